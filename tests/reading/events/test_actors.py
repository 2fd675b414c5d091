"""Who acts and who is acted on, where the words name them by a roundabout way."""

from __future__ import annotations

import pytest

from legation.lexicon.table import read_table
from legation.reading.article import read_article
from legation.reading.events.actors import RegionRow
from tests.reading.events.conftest import an_article


@pytest.fixture(scope="session")
def sides(tools):
    """Text to label, sources and targets of each account, as the whole reading gives them."""

    def read(text: str) -> list[tuple[str, str, str]]:
        accounts = read_article(an_article(text), tools).accounts
        return [(one.label, " ".join(one.sources), " ".join(one.targets)) for one in accounts]

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "OSLO - Antony Blinken and senior Chinese diplomat Wang Yi met in Oslo on Monday.",
            ("meeting", "antony-blinken wang-yi", "antony-blinken wang-yi"),
            id="the nation before a title is no party of its own",
        ),
        pytest.param(
            "The Trump administration imposed sanctions on three Chinese companies on Monday.",
            ("sanction", "USA", "CHN"),
            id="a government called after a leader whom nobody names",
        ),
        pytest.param(
            "The Biden Administration accused Iran of theft.",
            ("accusation", "USA", "IRN"),
            id="written with a capital",
        ),
        pytest.param(
            "President Joe Biden spoke on Sunday. The Biden administration imposed sanctions on Mali on Monday.",
            ("sanction", "USA", "MLI"),
            id="of a leader who is named",
        ),
        pytest.param(
            "Germany recalled its ambassador from Bamako on Friday.",
            ("recall", "DEU", "MLI"),
            id="a town for its state",
        ),
        pytest.param(
            "Beijing condemned the arrest of a Chinese engineer in Warsaw.",
            ("arrest", "POL", "CHN"),
            id="an arrest is made by the state where it is made",
        ),
        pytest.param(
            "Li Dong was sentenced by a court in Ohio to ten years in prison.",
            ("sentence", "USA", "li-dong"),
            id="a court in a part of a state",
        ),
        pytest.param(
            "Exports of rare metals to Japan would be suspended, the Chinese commerce ministry said on Monday.",
            ("export-control", "CHN", "JPN"),
            id="announced in the passive by the ministry of who does it",
        ),
        pytest.param(
            "Two Ghanaian diplomats had been expelled, the Norwegian foreign ministry said on Tuesday.",
            ("expulsion", "NOR", "GHA"),
            id="an expulsion that is announced",
        ),
        pytest.param(
            "Two Ghanaian diplomats had been expelled from Mali, the Norwegian foreign ministry said on Tuesday.",
            ("expulsion", "MLI", "GHA"),
            id="told by a third state",
        ),
        pytest.param(
            "Two Norwegian diplomats had been expelled, the Norwegian foreign ministry said on Tuesday.",
            ("expulsion", "", "NOR"),
            id="told by the state that is hit",
        ),
        pytest.param(
            "Exports to Ghana would be suspended, said the economist Anna Holm.",
            ("export-control", "", "GHA"),
            id="foretold by somebody who acts for no state",
        ),
        pytest.param(
            "Norway banned Ghanaian cocoa in May. On Monday Ghana demanded that the ban be lifted.",
            ("sanctions-lifted", "NOR", "GHA"),
            id="who imposed a ban lifts it",
        ),
        pytest.param(
            "Sanctions imposed by Norway on Mali were lifted on Friday.",
            ("sanctions-lifted", "NOR", "MLI"),
            id="who imposed it is told beside it",
        ),
        pytest.param(
            "Ghana condemned the sanctions imposed by Norway on Mali.",
            ("criticism", "GHA", "NOR"),
            id="criticism of what somebody did",
        ),
        pytest.param(
            "Ghana called on Norway to lift its ban on cocoa.",
            ("sanctions-lifted", "NOR", "GHA"),
            id="the one called on acts",
        ),
        pytest.param(
            "Russia turned down a meeting between Sergey Lavrov and Wang Yi in Singapore.",
            ("rejection", "RUS", "wang-yi"),
            id="a meeting turned down is not with its place, nor with oneself",
        ),
        pytest.param(
            "Norway has restricted exports of chips to China since May, and Germany has required permits since June.",
            ("export-control", "DEU", "CHN"),
            id="who takes a measure of its own is no target of the next one",
        ),
        pytest.param(
            "On Friday Tehran announced export controls on copper against the US.",
            ("export-control", "IRN", "USA"),
            id="a doer that the parser takes for a part of the day",
        ),
        pytest.param(
            "China banned exports of gallium to the United States in June. The US banned exports of chips to China in "
            "May. Joe Biden demanded that the ban on American firms be lifted.",
            ("sanctions-lifted", "CHN", "USA"),
            id="of two bans the one whose words fit",
        ),
        pytest.param(
            "The United States imposed export controls on China in May. The new controls bar 13 Chinese firms from "
            "buying chips.",
            ("export-control", "USA", "CHN"),
            id="a measure acts for its maker",
        ),
        pytest.param(
            "Wang Yi met Sergey Lavrov in Oslo on Monday. Antony Blinken attended the meeting.",
            ("attendance", "antony-blinken", "wang-yi sergey-lavrov"),
            id="attending brings one to the others",
        ),
        pytest.param(
            "Henry Kissinger flew to Beijing in 1971, which opened the way for Richard Nixon's visit.",
            ("visit", "richard-nixon", "CHN"),
            id="a visit without a goal shares that of the journey before it",
        ),
        pytest.param(
            "Hackers stole plans related to a new engine from a German company.",
            ("hack", "", "DEU"),
            id="from whom something was stolen, however the parser hangs it",
        ),
        pytest.param(
            "Norway faced criticism from Ghana over the arrests.", ("criticism", "GHA", "NOR"), id="criticism suffered"
        ),
        pytest.param(
            "Norway received a visit from Wang Yi on Monday.", ("visit", "wang-yi", "NOR"), id="a visit received"
        ),
        pytest.param(
            "Russia's invasion of Ukraine was condemned by the UN General Assembly.",
            ("criticism", "UNGA", "RUS"),
            id="a deed is held against its doer, not its victim",
        ),
        pytest.param(
            "Mali condemned the invasion of Ukraine by Russia.",
            ("invasion", "RUS", "UKR"),
            id="the doer told after the victim",
        ),
        pytest.param(
            "Wang Yi condemned his arrest by Norway.",
            ("arrest", "NOR", "wang-yi"),
            id="who arrested is no arrested one",
        ),
        pytest.param(
            "Norwegian diplomats in Bamako were attacked by protesters on Monday.",
            ("attack", "", "NOR"),
            id="where the attacked stood is no target",
        ),
        pytest.param(
            "Ottawa expelled a Chinese diplomat, and Beijing responded by expelling a Canadian consul in Shanghai.",
            ("expulsion", "CHN", "CAN"),
            id="an answer in kind is another act",
        ),
        pytest.param(
            "Wang Yi and his Norwegian counterpart signed a fishing agreement in Oslo on Monday.",
            ("agreement", "wang-yi NOR", "wang-yi NOR"),
            id="an agreement is not with the town where it was signed",
        ),
        pytest.param(
            "Norway opened an inquiry into aid for Ghanaian cocoa mills.",
            ("investigation", "NOR", "GHA"),
            id="whose what is looked into is",
        ),
        pytest.param(
            "The European Union spoke first. China imposed sanctions on ten European citizens.",
            ("sanction", "CHN", "EU"),
            id="citizens of a region",
        ),
        pytest.param(
            "The PLA fired four missiles into waters to the east and west of Taiwan.",
            ("missile-test", "CHN/military", "TWN"),
            id="beside whom the waters lie",
        ),
        pytest.param(
            "Norway withdrew its remaining envoys from Bamako.",
            ("recall", "NOR", "MLI"),
            id="one's own diplomats",
        ),
        pytest.param(
            "An international tribunal in Vienna ruled that China had broken the accord.",
            ("ruling", "", "CHN"),
            id="an international court is not of the state where it sits",
        ),
        pytest.param(
            "France and Mali accused each other of spying.", ("accusation", "FRA MLI", "FRA MLI"), id="each other"
        ),
    ],
)
def test_the_state_behind_the_words_acts(text, expected, sides):
    assert expected in sides(text)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.word) for row in read_table("region_words", RegionRow)])
def test_a_region_stands_for_the_body_that_the_article_names(row, sides):
    assert ("criticism", row.body, "MLI") in sides(row.example)
    assert ("criticism", row.body, "MLI") not in sides(row.example.partition(". ")[2])


def test_a_body_called_administration_is_no_government(sides):
    assert sides("The Ports administration praised Mali on Monday.") == []
