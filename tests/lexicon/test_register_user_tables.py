"""A user's own tables: holders, people, bodies, offices, places."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from legation.lexicon.register import load_register
from legation.model import LegationError


def table(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_user_s_holder_is_asked_like_any_other(tmp_path):
    path = table(tmp_path, "mine.csv", "office,person,since,until,note", "KEN/defence-minister,Anna Holm,2021-05,,")
    register = load_register([path])
    (holder,) = register.holders("KEN/defence-minister", date(2022, 1, 1))
    assert holder.person.name == "Anna Holm"
    assert holder.person.country == "KEN"
    assert holder.row == "mine.csv, line 2"
    assert load_register().holders("KEN/defence-minister", date(2022, 1, 1)) == ()


def test_a_user_s_successor_closes_an_open_tenure(tmp_path):
    path = table(
        tmp_path, "holders_mine.csv", "office,person,since,until,note", "CHN/foreign-minister,Anna Holm,2030-01-01,,"
    )
    register = load_register([path])
    names = [holder.person.name for holder in register.holders("CHN/foreign-minister", date(2031, 1, 1))]
    assert names == ["Anna Holm"]


def test_a_user_s_row_replaces_the_package_s_row_of_the_same_tenure(tmp_path):
    path = table(
        tmp_path,
        "holders_mine.csv",
        "office,person,since,until,note",
        "CHN/foreign-minister,Qin Gang,2022-12-31,2023-07-24,my own count",
    )
    tenures = load_register([path]).tenures("CHN/foreign-minister")
    assert [holder.note for holder in tenures if holder.person.id == "qin-gang"] == ["my own count"]


def test_a_user_s_people_bodies_offices_and_places_are_known(tmp_path):
    header = "name,country,native,variants,family,gender,wikidata,note"
    people = table(tmp_path, "people.csv", header, "Anna Holm,NOR,,A. Holm,,she,,")
    bodies = table(
        tmp_path,
        "bodies.csv",
        "id,name,kind,country,sector,aliases,state_run,wikidata,metonyms,example",
        "FJORD,Fjord Council,igo,,,Council of the Fjords,,,,",
    )
    offices = table(
        tmp_path, "offices.csv", "id,country_or_body,kind,title,titles,example", "FJORD/chair,FJORD,chairperson,Chair,,"
    )
    places = table(tmp_path, "places.csv", "name,country,kind,lat,lon,aliases", "Ytre Vik,NOR,city,60.1,5.2,Vik")
    register = load_register([people, bodies, offices, places])
    assert register.people_named("Holm Anna")[0].gender == "she"
    assert register.named("Council of the Fjords")[0].id == "FJORD"
    assert register.office_of("chair", "FJORD") == "FJORD/chair"
    assert register.place("Vik").country == "NOR"


def test_a_register_is_loaded_once_for_the_same_files(tmp_path):
    path = table(tmp_path, "mine.csv", "office,person,since,until,note", "KEN/defence-minister,Anna Holm,2021,,")
    assert load_register([path]) is load_register([path])
    assert load_register([path]) is not load_register()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["office,person,since,until,note", "KEN/foreign-minister,Anna Holm,2021-13-01,,"], "mine.csv, line 2: since"),
        (["office,person,since,until,note", "KEN/foreign-minister,Anna Holm,2021-02-30,,"], "mine.csv, line 2: since"),
        (["office,person,since,until,note", "KEN/foreign-minister,Anna Holm,soon,,"], "'soon' is not YYYY"),
        (["office,person,since,until,note", "KEN/foreign-minister,Anna Holm,2021,2020,"], "lies before since"),
        (["office,person,since,until,note", "Kenya,Anna Holm,2021,,"], "mine.csv, line 2: office"),
        (["office,person,since,until,note", "KEN/foreign-minister,,2021,,"], "mine.csv, line 2: person"),
        (["office,person,since", "KEN/foreign-minister,Anna Holm"], "line 2: has 2 cells where the header names 3"),
        (["office,person,since,hat", "KEN/foreign-minister,Anna Holm,2021,red"], "mine.csv, line 2: hat"),
        (["colour,size", "red,7"], "are of no table of the register"),
    ],
)
def test_a_wrong_row_is_named_with_file_line_and_column(tmp_path, lines, message):
    path = table(tmp_path, "mine.csv", *lines)
    with pytest.raises(LegationError, match=message.replace("(", r"\(")):
        load_register([path])


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(LegationError, match="no such file"):
        load_register([tmp_path / "none.csv"])


def test_a_file_that_is_no_text_is_named(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_bytes(b"\xff\xfe\x00\x01\xff")
    with pytest.raises(LegationError, match=r"mine\.csv: is not a CSV file in UTF-8"):
        load_register([path])
