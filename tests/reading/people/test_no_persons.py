"""Words that look like somebody's name or office and are not his."""

from __future__ import annotations

from tests.reading.people.reader import Reader


def test_a_month_is_no_given_name(reader: Reader) -> None:
    reading = reader.read("In May Norway expelled three diplomats.")
    assert reading.named("Norway") == "NOR"
    assert not reading.people()


def test_a_month_is_no_surname(reader: Reader) -> None:
    reading = reader.read("In May 2014 a jury in Britain charged five officers.", on="2017-12-06")
    assert not reading.people()


def test_a_surname_that_is_a_month_is_one(reader: Reader) -> None:
    reading = reader.read("Theresa May spoke in Britain. In May, Mrs May had left.", on="2017-12-06")
    assert [reading.named("May", nth) for nth in (1, 2)] == ["theresa-may", None]


def test_a_professor_is_not_the_politician_of_that_name(reader: Reader) -> None:
    reading = reader.read("Prof Lee of Seoul spoke. John Lee, the chief executive of Hong Kong, did too.")
    assert reading.named("Lee") != reading.named("John Lee")


def test_a_professor_introduced_later_is_one_person(reader: Reader) -> None:
    reading = reader.read("Prof Wu disagreed. Wu Xinbo, a professor at the Holm Institute, said why.")
    assert reading.named("Wu") == reading.named("Wu Xinbo")


def test_a_government_named_by_nothing_but_its_head(reader: Reader) -> None:
    assert reader.read("The Xi government rejected the claim.").named("Xi government") == "CHN"


def test_whoever_is_who_is_a_person(reader: Reader) -> None:
    reading = reader.read('"It is late," said Odwa Mbe-Kwarteng, who studies conflict at the Holm Institute.')
    assert list(reading.people()) == ["Odwa Mbe-Kwarteng"]


def test_a_ministry_of_nobody_known(reader: Reader) -> None:
    reading = reader.read(
        "China met Norway.", "“Our foreign ministry has written to a foreign ministry,” Anna Holm said."
    )
    assert reading.named("foreign ministry") is None


def test_a_spokesman_of_the_ministry_told_by_the_place(reader: Reader) -> None:
    reading = reader.read("China met Norway.", "A foreign ministry spokesman said so.")
    assert reading.named("foreign ministry") == "CHN/mfa"


def test_a_city_that_bears_a_surname(reader: Reader) -> None:
    reading = reader.read("A firm from Austin won the contract.", "The Pentagon agreed in Austin, Texas.")
    assert [reading.named("Austin", nth) for nth in (1, 2)] == ["austin", "austin"]


def test_an_office_holder_who_bears_a_citys_name(reader: Reader) -> None:
    reading = reader.read("Defense Secretary Lloyd Austin spoke at the Pentagon.", "Austin said so.")
    assert reading.named("Austin") == "lloyd-austin"
