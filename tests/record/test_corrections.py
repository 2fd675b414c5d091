"""A correction is bound to words, takes effect, and outlives rebuilds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.flow import settle_record
from legation.model import DateInterval, LegationError
from legation.record import queries, store
from legation.record.compare import compare_records
from legation.record.corrections import history, history_of_all, make_correction
from legation.record.database import connect
from legation.record.verify import find_wrong_spans
from tests.record.findings import TEXT, some_findings

FILE = ("/press/vienna.txt", "vienna.txt")

EVERYTHING = ("mentions", "tenures", "statements", "accounts", "channels", "figures", "voice", "entities")


def record_of(path, text=TEXT, article_id="a1", drop=()):
    """A record of one article; `drop` names tables whose rows the reader (with another lexicon) does not find."""
    connection = connect(path, create=True)
    rebuild(connection, text, article_id, drop)
    return connection


def rebuild(connection, text=TEXT, article_id="a1", drop=()):
    findings = replace(some_findings(article_id, text=text), **dict.fromkeys(drop, ()))
    file, name = FILE
    store.keep_source(connection, file=file, name=name, size=1, mtime_ns=1, sha256="", status="present", reader="x")
    store.keep_findings(connection, findings, file, name, "x")
    store.drop_stale_articles(connection, file, name, [article_id])
    settle_record(connection)


def correct(connection, row, action, **more):
    made = make_correction(connection, action, row, by="an analyst", why="checked", **more)
    settle_record(connection)
    return made


@pytest.fixture
def connection(tmp_path):
    opened = record_of(tmp_path / "r.db")
    yield opened
    opened.close()


def statement(connection):
    return queries.findings_of(connection, "statements")[0]


def test_a_rejected_row_stays_out_after_a_rebuild(connection):
    correct(connection, "sa1", "reject")
    rebuild(connection)
    assert queries.findings_of(connection, "statements") == []
    assert queries.problems(connection)[0][0] != "correction-unfit"


def test_an_edited_field_keeps_its_value_after_a_rebuild(connection):
    correct(connection, "sa1", "edit", field="stance", value="hostile")
    rebuild(connection)
    assert statement(connection).stance == "hostile"


def test_dates_and_lists_can_be_edited(connection):
    date = {"earliest": "2022-05-04", "latest": "2022-05-04", "precision": "day", "basis": "the printed agenda"}
    correct(connection, "sa1", "edit", field="date", value=date)
    correct(connection, "sa1", "edit", field="targets", value=["SWE", "NOR"])
    assert statement(connection).date.basis == "the printed agenda"
    assert statement(connection).targets == ("SWE", "NOR")


def test_the_last_of_several_corrections_holds(connection):
    correct(connection, "sa1", "edit", field="stance", value="hostile")
    correct(connection, "sa1", "edit", field="stance", value="cooperative")
    rebuild(connection)
    assert statement(connection).stance == "cooperative"


def test_a_correction_follows_its_words_when_the_text_shifts(connection):
    correct(connection, "sa1", "edit", field="stance", value="hostile")
    rebuild(connection, text="UPDATED\n\n" + TEXT, article_id="a2")
    assert statement(connection).id == "sa2"
    assert statement(connection).stance == "hostile"


def test_an_accepted_row_comes_back_where_the_program_no_longer_finds_it(connection):
    correct(connection, "sa1", "accept")
    rebuild(connection, text="UPDATED\n\n" + TEXT, article_id="a2", drop=("statements",))
    found = statement(connection)
    article = queries.articles(connection)[0]
    assert [article.words(span) for span in found.content] == ["12 aides", "will return"]
    assert article.words(found.cue) == "said"
    assert list(find_wrong_spans(connection)) == []


def test_a_correction_that_no_longer_fits_is_reported_and_kept(connection):
    made = correct(connection, "sa1", "edit", field="stance", value="hostile")
    rebuild(connection, text="Nothing is told of Vienna any more.", article_id="a2", drop=EVERYTHING)
    assert [(kind, place) for kind, _, place in queries.problems(connection) if kind == "correction-unfit"] == [
        ("correction-unfit", made.id)
    ]
    assert [item.id for item in queries.corrections(connection)] == [made.id]
    rebuild(connection)
    assert statement(connection).stance == "hostile"


def test_a_missing_row_can_be_added_by_its_words(connection):
    value = {"article": "vienna.txt", "words": "will return", "speaker": "bo-lind", "form": "direct"}
    correct(connection, "", "add", table="statements", value=value)
    rebuild(connection, text="UPDATED\n\n" + TEXT, article_id="a2")
    added = next(item for item in queries.findings_of(connection, "statements") if item.speaker == "bo-lind")
    assert queries.articles(connection)[0].words(added.content[0]) == "will return"
    assert list(find_wrong_spans(connection)) == []


def test_an_events_field_can_be_edited_and_an_event_rejected(connection):
    event = queries.events(connection)[0]
    correct(connection, event.id, "edit", field="place", value="Graz, Austria")
    rebuild(connection, text="UPDATED\n\n" + TEXT, article_id="a2")
    assert queries.events(connection)[0].place == "Graz, Austria"
    correct(connection, queries.events(connection)[0].id, "reject")
    rebuild(connection)
    assert queries.events(connection) == []


def test_two_events_can_be_put_together_and_apart_again(connection):
    store.keep_source(
        connection, file="/press/graz.txt", name="graz.txt", size=1, mtime_ns=1, sha256="", status="present", reader="x"
    )
    store.keep_findings(connection, some_findings("b1", "graz.txt"), "/press/graz.txt", "graz.txt", "x")
    connection.execute("UPDATE accounts SET date_earliest = '2022-06-09', date_latest = '2022-06-09' WHERE id = 'cb1'")
    settle_record(connection)
    one, two = (event.id for event in queries.events(connection))
    correct(connection, one, "merge", value=two)
    assert len(queries.events(connection)) == 1
    correct(connection, "ca1", "split", value="cb1")
    assert len(queries.events(connection)) == 2


@pytest.mark.parametrize(
    ("row", "action", "more", "says"),
    [
        pytest.param("nothing", "reject", {}, "no such row", id="unknown row"),
        pytest.param("sa1", "edit", {"field": "mood", "value": "x"}, "no such field", id="unknown field"),
        pytest.param("sa1", "edit", {"field": "date", "value": "soon"}, "not a value", id="value of another kind"),
        pytest.param("sa1", "edit", {"field": "stance", "value": "angry"}, "not a value", id="no such choice"),
        pytest.param("sa1", "merge", {"value": "ca1"}, "only two events", id="statement and account"),
        pytest.param("", "add", {"table": "statements", "value": {"words": "x"}}, "needs `article`", id="no article"),
        pytest.param(
            "",
            "add",
            {"table": "statements", "value": {"article": "a1", "words": "never told"}},
            "exactly",
            id="not told",
        ),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(connection, row, action, more, says):
    with pytest.raises(LegationError, match=says) as refused:
        correct(connection, row, action, **more)
    assert "\n" not in str(refused.value)
    assert queries.corrections(connection) == []


def test_history_tells_a_rows_life(connection):
    correct(connection, "sa1", "edit", field="stance", value="hostile")
    life = history(connection, "sa1")
    assert [step["action"] for step in life] == ["recorded", "edit"]
    assert (life[1]["by"], life[1]["why"], json.loads(life[1]["value"])) == ("an analyst", "checked", "hostile")


def test_diff_shows_what_came_went_and_changed(tmp_path):
    old, new = record_of(tmp_path / "old.db"), record_of(tmp_path / "new.db", drop=("voice",))
    correct(new, "sa1", "edit", field="stance", value="hostile")
    changes = {(item["change"], item["table"]): item["fields"] for item in compare_records(old, new)}
    assert changes == {("changed", "statements"): ["stance"], ("gone", "voice"): []}


def test_two_copies_can_be_put_together_and_kept_apart(connection):
    store.keep_source(
        connection, file="/press/graz.txt", name="graz.txt", size=1, mtime_ns=1, sha256="", status="present", reader="x"
    )
    other = some_findings("b1", "graz.txt")
    other = replace(other, article=replace(other.article, outlet="The Graz Paper"))
    store.keep_findings(connection, other, "/press/graz.txt", "graz.txt", "x")
    correct(connection, "a1", "split", value="b1")
    assert [event.outlets for event in queries.events(connection)] == [("The Graz Paper", "The Vienna Post")]
    correct(connection, "a1", "merge", value="b1")
    assert [event.outlets for event in queries.events(connection)] == [("The Vienna Post",)]


def test_an_article_itself_cannot_be_edited(connection):
    with pytest.raises(LegationError, match="is an article"):
        correct(connection, "a1", "edit", field="title", value="x")


FIELDS = {
    "stance": ["hostile", "cooperative"],
    "form": ["direct", "written"],
    "issues": [["trade"], ["taiwan", "trade"]],
}
EDITS = st.sampled_from(sorted(FIELDS)).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(FIELDS[name])))


@settings(max_examples=15, deadline=None)
@given(
    edits=st.lists(EDITS, min_size=1, max_size=5),
    shifts=st.lists(st.tuples(st.text("ab \n", max_size=12), st.booleans()), min_size=1, max_size=3),
)
def test_no_correction_is_lost_whatever_the_rebuilds(tmp_path_factory, edits, shifts):
    connection = record_of(tmp_path_factory.mktemp("record") / "r.db")
    for field, value in edits:
        correct(connection, statement(connection).id, "edit", field=field, value=value)
    wanted = dict(edits)
    for number, (before, dropped) in enumerate(shifts, 2):
        rebuild(connection, before + TEXT, f"a{number}", ("statements",) if dropped else ())
        found = statement(connection)
        for field, value in wanted.items():
            assert getattr(found, field) == (tuple(value) if isinstance(value, list) else value)
        assert list(find_wrong_spans(connection)) == []
    assert len(queries.corrections(connection)) == len(edits)
    connection.close()


def test_a_rejection_can_be_taken_back(connection):
    correct(connection, "sa1", "reject")
    correct(connection, "sa1", "accept")
    assert statement(connection).id == "sa1"
    rebuild(connection)
    assert statement(connection).id == "sa1"


def test_an_event_cannot_be_put_together_with_itself(connection):
    event = queries.events(connection)[0].id
    with pytest.raises(LegationError, match="one row already"):
        correct(connection, event, "merge", value=event)


@pytest.mark.parametrize(
    ("given", "first", "last", "precision"),
    [
        pytest.param("2022-05-04", "2022-05-04", "2022-05-04", "day", id="a day"),
        pytest.param("2022-02", "2022-02-01", "2022-02-28", "month", id="a month"),
        pytest.param(2022, "2022-01-01", "2022-12-31", "year", id="a year, read as a number"),
    ],
)
def test_a_date_can_be_given_as_people_write_it(connection, given, first, last, precision):
    correct(connection, "ca1", "edit", field="date", value=given)
    when = queries.findings_of(connection, "accounts")[0].date
    assert (when.earliest.isoformat(), when.latest.isoformat(), when.precision) == (first, last, precision)


def test_a_date_that_is_none_is_refused_with_what_to_give(connection):
    with pytest.raises(LegationError, match="YYYY-MM-DD"):
        correct(connection, "ca1", "edit", field="date", value="last Tuesday")


def test_all_corrections_are_listed_with_what_was_there_before_and_what_fits_no_more(connection):
    correct(connection, "sa1", "edit", field="stance", value="hostile")
    (told,) = history_of_all(connection)
    assert (told["was"], told["unfit"]) == ("neutral", None)
    rebuild(connection, text="Nothing is told of Vienna any more.", article_id="a2", drop=EVERYTHING)
    (told,) = history_of_all(connection)
    assert "stand nowhere" in told["unfit"]


def test_a_comparison_tells_the_value_before_and_after(connection, tmp_path):
    old = record_of(tmp_path / "old.db")
    correct(connection, "sa1", "edit", field="stance", value="hostile")
    (change,) = [item for item in compare_records(old, connection) if item["change"] == "changed"]
    assert change["values"] == {"stance": ["neutral", "hostile"]}
    old.close()


RECLEANED = {
    "as it was": lambda text: text,
    "another head": lambda text: "UPDATED\n\n" + text,
    "straight quotation marks": lambda text: text.replace("“", '"').replace("”", '"'),
    "other spaces": lambda text: text.replace(" aides", "  aides").replace("met Bo", "met\nBo"),
    "a paragraph before": lambda text: text.replace("Foreign", "By Ida Berg in Vienna\n\nForeign", 1),
}
NAMES = ["vienna.txt", "graz.txt", "linz.txt"]
BUILDS = st.lists(
    st.tuples(st.permutations(NAMES), st.sampled_from(sorted(RECLEANED)), st.booleans()), min_size=1, max_size=3
)
KINDS = ["edit statement", "reject statement", "accept account", "edit account", "edit event", "add", "merge"]
WORD = st.tuples(st.sampled_from(KINDS), st.integers(0, 2))


def build_of(connection, names, clean, dropped, number):
    """Three articles arrive in some order, in texts cleaned in some way, by a reader who may miss statements."""
    for name in names:
        key = f"{name[0]}{number}"
        findings = some_findings(key, name, RECLEANED[clean](TEXT))
        # Each of them is on a day of its own, so that they tell three events.
        when = date(2022, 5, 3) + timedelta(days=9 * "vgl".index(name[0]))
        told = tuple(replace(item, date=DateInterval(when, when, "day", "")) for item in findings.accounts)
        findings = replace(findings, accounts=told)
        if dropped:
            findings = replace(findings, statements=(), accounts=())
        file = f"/press/{name}"
        store.keep_source(connection, file=file, name=name, size=1, mtime_ns=1, sha256="", status="present", reader="x")
        store.keep_findings(connection, findings, file, name, "x")
        store.drop_stale_articles(connection, file, name, [key])
    settle_record(connection)


@settings(max_examples=25, deadline=None)
@given(words=st.lists(WORD, min_size=1, max_size=5, unique_by=lambda word: word), builds=BUILDS)
def test_no_correction_is_lost_by_other_lexicons_order_or_cleaning(words, builds):
    connection = connect(":memory:", create=True)
    build_of(connection, NAMES, "as it was", False, 1)
    made = 0
    for what, at in words:
        made += correct_as(connection, what, NAMES[at])
    effects = {what: check(connection, what) for what, _ in words}
    for number, (order, clean, dropped) in enumerate(builds, 2):
        build_of(connection, order, clean, dropped, number)
        lost = [told["unfit"] for told in history_of_all(connection) if told["unfit"]]
        assert lost == []
        if not dropped:
            assert {what: check(connection, what) for what, _ in words} == effects
        assert list(find_wrong_spans(connection)) == []
    assert len(queries.corrections(connection)) == made
    connection.close()


def correct_as(connection, what, name):
    action, _, table = what.partition(" ")
    key = f"{name[0]}1"
    row = {"statement": f"s{key}", "account": f"c{key}"}.get(table, "")
    held = {item.id for name in ("statements", "accounts") for item in queries.findings_of(connection, name)}
    if row and row not in held:
        return 0
    if what == "edit statement":
        correct(connection, row, action, field="stance", value="hostile")
    elif what == "edit account":
        correct(connection, row, action, field="mode", value="by an analyst")
    elif what == "add":
        value = {"article": name, "words": "Vienna", "channel": "military-hotline", "state": "open"}
        correct(connection, "", action, table="channels", value=value)
    elif table == "event" or what == "merge":
        events = [event.id for event in queries.events(connection)]
        if what == "merge" and len(events) > 1:
            correct(connection, events[0], "merge", value=events[1])
        elif what == "merge" or not events:
            return 0
        else:
            correct(connection, events[0], action, field="place", value="Bregenz")
    else:
        correct(connection, row, action)
    return 1


def check(connection, what):
    """What a correction has come to: how many rows show it."""
    statements = queries.findings_of(connection, "statements")
    return {
        "edit statement": lambda: sum(item.stance == "hostile" for item in statements),
        "reject statement": lambda: len(statements),
        "accept account": lambda: sum(item.confidence == 1 for item in queries.findings_of(connection, "accounts")),
        "edit account": lambda: sum(a.mode == "by an analyst" for a in queries.findings_of(connection, "accounts")),
        "edit event": lambda: sum(event.place == "Bregenz" for event in queries.events(connection)),
        "add": lambda: len(queries.findings_of(connection, "channels")),
        "merge": lambda: len(queries.events(connection)),
    }[what]()
