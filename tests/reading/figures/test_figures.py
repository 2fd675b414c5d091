"""Figures are read with value, bound, unit, noun and claimant; what only looks like one is left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from legation.model import Article, Block, BlockKind, DateInterval, Figure, Span, Statement, TimeExpression
from legation.reading.cast import Cast
from legation.reading.figures import find_figures
from legation.reading.figures.words import figure_words
from legation.reading.parse import parse


def an_article(text: str, kind: BlockKind = "body") -> Article:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            blocks.append(Block(kind, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(id="a1", path="a1.txt", text=text, blocks=tuple(blocks), sha256="0")


def figures_of(
    text: str, nlp: Language, statements: tuple[Statement, ...] = (), times: tuple[TimeExpression, ...] = ()
) -> list[Figure]:
    article = an_article(text)
    return find_figures(text, article, parse(article, nlp), Cast([], []), statements, times)


@pytest.mark.parametrize(
    ("text", "value", "bound", "unit", "words"),
    [
        pytest.param("Norway shipped over 1.4 million masks.", 1.4e6, "over", None, "over 1.4 million masks", id="mn"),
        pytest.param("The fund lent US$13 billion.", 13e9, "exact", "USD", "US$13 billion", id="currency before"),
        pytest.param("The fund lent 7.5 billion yuan.", 7.5e9, "exact", "CNY", "7.5 billion yuan", id="currency after"),
        pytest.param("The fund lent €2.5bn.", 2.5e9, "exact", "EUR", "€2.5bn", id="glued scale"),
        pytest.param("The fund lent $40m.", 40e6, "exact", "USD", "$40m", id="glued letter beside a currency"),
        pytest.param("The fund lent RMB40 million.", 40e6, "exact", "CNY", "RMB40 million", id="glued currency"),
        pytest.param("Exports rose nearly 30 percent.", 30, "nearly", "percent", "nearly 30 percent", id="percent"),
        pytest.param("Exports rose 4.5%.", 4.5, "exact", "percent", "4.5%", id="percent sign"),
        pytest.param("Trade has grown 20-fold.", 20, "exact", "times", "20-fold", id="fold with hyphen"),
        pytest.param("Trade has grown fivefold.", 5, "exact", "times", "fivefold", id="fold in one word"),
        pytest.param("It was a nine-day trip.", 9, "exact", "days", "nine-day trip", id="hyphened duration"),
        pytest.param(
            "They talked for two full hours.", 2, "exact", "hours", "two full hours", id="word before the unit"
        ),
        pytest.param("Envoys of 100-plus countries came.", 100, "over", None, "100-plus countries", id="plus"),
        pytest.param("They counted eight J-11 jets.", 8, "exact", None, "eight J-11 jets", id="model before the noun"),
        pytest.param("Some 2,500 soldiers left.", 2500, "about", None, "Some 2,500 soldiers", id="some"),
        pytest.param("Two dozen envoys signed.", 24, "exact", None, "Two dozen envoys", id="dozen"),
        pytest.param("Half a million people left.", 5e5, "exact", None, "Half a million people", id="half a million"),
        pytest.param("Two and a half million people left.", 2.5e6, "exact", None, None, id="two and a half million"),
        pytest.param("Twenty-five envoys signed.", 25, "exact", None, "Twenty-five envoys", id="hyphened number word"),
        pytest.param("One hundred and twenty envoys signed.", 120, "exact", None, None, id="hundred and twenty"),
        pytest.param("A third of the cargo was lost.", 1 / 3, "exact", "share", "A third", id="a third of"),
        pytest.param("Almost two-thirds of the cargo was lost.", 2 / 3, "nearly", "share", None, id="two-thirds"),
        pytest.param("It needs a two-thirds majority.", 2 / 3, "exact", "share", None, id="two-thirds majority"),
        pytest.param("Half of them left.", 0.5, "exact", "share", "Half", id="half of them"),
        pytest.param("Prices rose 10 to 15 percent.", 15, "up-to", "percent", "10 to 15 percent", id="range with to"),
        pytest.param("Prices rose 10-15 percent.", 15, "up-to", "percent", "10-15 percent", id="range with hyphen"),
        pytest.param("Between 10 and 15 envoys came.", 15, "up-to", None, "Between 10 and 15 envoys", id="between"),
        pytest.param("The deal is worth €3-4 billion.", 4e9, "up-to", "EUR", "€3-4 billion", id="money range"),
        pytest.param("The deal is worth $3 to $4 billion.", 4e9, "up-to", "USD", "$3 to $4 billion", id="signs twice"),
        pytest.param(
            "Between 5 million and 7 million barrels left.", 7e6, "up-to", "barrels", None, id="between scales"
        ),
        pytest.param("1.2 million to 1.5 million people left.", 1.5e6, "up-to", None, None, id="scales with to"),
        pytest.param(
            "Germany sent 18 Leopard 2 tanks.", 18, "exact", None, "18 Leopard 2 tanks", id="name with a number"
        ),
        pytest.param("Some 1.4 million Rohingya left.", 1.4e6, "about", None, "Some 1.4 million Rohingya", id="people"),
        pytest.param("They held 87 meetings and phone calls.", 87, "exact", None, None, id="joined nouns"),
        pytest.param("A 12-member delegation came.", 12, "exact", None, "12-member delegation", id="hyphened noun"),
        pytest.param("Three of the country's largest banks closed.", 3, "exact", None, None, id="three of the banks"),
        pytest.param("Officials said the blast killed 12.", 12, "exact", None, "12", id="killed a number"),
        pytest.param("In 2019 he met 2,019 students.", 2019, "exact", None, "2,019 students", id="looks like a year"),
    ],
)
def test_reads_a_figure(
    text: str, value: float, bound: str, unit: str | None, words: str | None, nlp: Language
) -> None:
    (figure,) = figures_of(text, nlp)
    assert figure.value == pytest.approx(value, rel=1e-4)
    assert (figure.bound, figure.unit) == (bound, unit)
    if words is not None:
        assert text[figure.start : figure.end] == words


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("The rate rose from 10 percent to 25 percent.", [10, 25], id="from one value to another"),
        pytest.param("Trade rose 0.6 percent to 759.4 billion dollars.", [0.6, 759.4e9], id="by so much to so much"),
        pytest.param("Trade rose from $3 billion to $12 billion.", [3e9, 12e9], id="from money to money"),
        pytest.param("On May 4, 120 people left.", [120], id="after a day"),
        pytest.param("The bank gave $500 to 12 families.", [500, 12], id="to somebody"),
        pytest.param("The fund lent 1.5bn euros ($1.7bn).", [1.5e9, 1.7e9], id="two currencies"),
        pytest.param("At least 12 soldiers and 30 civilians died.", [12, 30], id="joined by and"),
    ],
)
def test_reads_every_figure_of_a_sentence(text: str, values: list[float], nlp: Language) -> None:
    assert [figure.value for figure in figures_of(text, nlp)] == values


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("Norway shipped over 1.4 million health kits.", "health kits", id="counted noun"),
        pytest.param("They held 87 meetings and phone calls.", "meetings and phone calls", id="joined nouns"),
        pytest.param("The train carried 40 tons of medical supplies.", "medical supplies", id="measure of"),
        pytest.param("Investment rose to US$13 billion.", "Investment", id="subject of the verb"),
        pytest.param("The state sent $40 million in food aid.", "food aid", id="money in something"),
        pytest.param("It was a nine-day trip.", "trip", id="noun after a hyphened measure"),
        pytest.param("They bought 30 percent of its oil.", "oil", id="percent of"),
    ],
)
def test_says_what_is_counted(text: str, what: str, nlp: Language) -> None:
    assert [figure.what for figure in figures_of(text, nlp)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The call took place on June 5, 2018 at 11:24.", id="date and clock time"),
        pytest.param("The call took place at 10 a.m. on 25-27 May.", id="day range"),
        pytest.param("In 2019 and 2020 the ministers met.", id="years"),
        pytest.param("The G20 discussed 5G and COVID-19.", id="numbers glued to letters"),
        pytest.param("He cited Article 5 and Resolution 1929.", id="numbered texts"),
        pytest.param("A Boeing 737 landed.", id="product"),
        pytest.param("The Group of Seven met the Five Eyes.", id="numbers in names"),
        pytest.param("The 20th national congress opened.", id="ordinal"),
        pytest.param("He visited for the first time.", id="first time"),
        pytest.param("The two countries and the two sides agreed.", id="the two sides"),
        pytest.param("The minister named six areas.", id="announced list"),
        pytest.param("Two-way trade and a two-state solution were discussed.", id="hyphened ways of speaking"),
        pytest.param("Dozens of people and tens of thousands of troops came.", id="no value"),
        pytest.param("Call +47 22 00 00 00 or 202-555-0143.", id="telephone"),
        pytest.param("They met two years ago and over the past five years.", id="when, not how long"),
        pytest.param("He met a 14-year-old activist, aged 14.", id="age"),
        pytest.param("Several hundred thousand people left.", id="several hundred thousand"),
        pytest.param("Ties lasted half a century.", id="half a century"),
        pytest.param("The one-child policy of the twenty-first century ended.", id="one-child, twenty-first"),
        pytest.param("One of the envoys left.", id="one of"),
        pytest.param("In the first three quarters of 2020 it grew.", id="quarters of a year"),
        pytest.param("One in three envoys left.", id="one in three"),
        pytest.param("Two out of three envoys left.", id="two out of three"),
    ],
)
def test_leaves_out_what_is_no_figure(text: str, nlp: Language) -> None:
    assert [text[figure.start : figure.end] for figure in figures_of(text, nlp)] == []


def test_reads_body_blocks_only(nlp: Language) -> None:
    article = an_article("Norway shipped 40 trucks.", "caption")
    assert find_figures(article.text, article, parse(article, nlp), Cast([], []), [], []) == []


def test_claimant_is_the_innermost_speaker(nlp: Language) -> None:
    text = "Anna Holm said Peter Lind told her that 40 trucks had left. Twelve trucks stayed."
    outer = Statement("s1", "a1", "anna-holm", None, None, None, (Span(15, 58),), "indirect")
    inner = Statement("s2", "a1", "peter-lind", None, None, None, (Span(40, 58),), "indirect")
    figures = figures_of(text, nlp, (outer, inner))
    assert [figure.claimant for figure in figures] == ["peter-lind", None]


def test_period_is_told_in_the_claim_and_not_the_day_of_saying(nlp: Language) -> None:
    text = "On Friday Anna Holm said that in 2020 Norway shipped 40 trucks."
    year = DateInterval(None, None, "year", "2020")
    friday = DateInterval(None, None, "day", "Friday")
    start = text.index("2020")
    times = (
        TimeExpression(Span(3, 9), "Friday", "DATE", "2021-01-01", friday),
        TimeExpression(Span(start, start + 4), "2020", "DATE", "2020", year),
    )
    said = Statement("s1", "a1", "anna-holm", None, None, None, (Span(text.index("in 2020"), 62),), "indirect")
    (figure,) = figures_of(text, nlp, (said,), times)
    assert figure.period == year


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        pytest.param("In 2020 Norway shipped 40 trucks.", "2020", "2020", id="fronted"),
        pytest.param("Norway shipped 40 trucks since 2020.", "2020", "since 2020", id="open at its end"),
        pytest.param(
            "Norway shipped 40 trucks when the port, built in 2020, opened.", "2020", None, id="of another verb"
        ),
    ],
)
def test_period_hangs_on_the_same_words(text: str, words: str, period: str | None, nlp: Language) -> None:
    start = text.index(words)
    year = DateInterval(date(2020, 1, 1), date(2020, 12, 31), "year", words)
    times = (TimeExpression(Span(start, start + len(words)), words, "DATE", words, year),)
    (figure,) = figures_of(text, nlp, (), times)
    assert (figure.period.basis if figure.period else None) == period
    if period == "since 2020":
        assert figure.period is not None
        assert figure.period.latest is None


def test_a_figure_told_twice_by_one_claimant_stands_once(nlp: Language) -> None:
    figures = figures_of("Norway shipped 40 trucks.\n\nThe 40 trucks arrived. Sweden shipped 50 trucks.", nlp)
    assert [figure.value for figure in figures] == [40, 50]


def test_like_figures_of_two_years_both_stand(nlp: Language) -> None:
    text = "Trade rose 5 percent in 2020. Trade rose 5 percent in 2021. Trade rose 5 percent."
    years = [text.index("2020"), text.index("2021")]
    times = tuple(
        TimeExpression(
            Span(at, at + 4),
            text[at : at + 4],
            "DATE",
            text[at : at + 4],
            DateInterval(date(int(text[at : at + 4]), 1, 1), None, "year", text[at : at + 4]),
        )
        for at in years
    )
    figures = figures_of(text, nlp, (), times)
    assert [figure.period.basis for figure in figures if figure.period] == ["2020", "2021"]
    assert len(figures) == 2


def test_figures_of_things_unknown_stand_apart(nlp: Language) -> None:
    assert [figure.value for figure in figures_of("The blast killed 12. The fire killed 12.", nlp)] == [12, 12]


def test_every_example_of_the_unit_table_is_read_with_its_unit(nlp: Language) -> None:
    words = figure_words()
    for row in [*words.units_before.values(), *words.units_after.values()]:
        assert row.unit in {figure.unit for figure in figures_of(row.example, nlp)}, row


def test_every_example_of_the_number_table_has_a_figure_with_its_word(nlp: Language) -> None:
    for row in figure_words().numbers.values():
        if row.word == "score":
            continue
        texts = [row.example[figure.start : figure.end].lower() for figure in figures_of(row.example, nlp)]
        assert any(row.word in text for text in texts), row


def test_every_example_of_the_bounds_table_is_read_with_its_bound(nlp: Language) -> None:
    for row in figure_words().bound_rows:
        assert [figure.bound for figure in figures_of(row.example, nlp)] == [row.bound], row


def test_no_example_of_the_tables_of_exceptions_has_a_figure(nlp: Language) -> None:
    for example_text in figure_words().exceptions:
        assert figures_of(example_text, nlp) == [], example_text


_COUNTS = st.integers(min_value=2, max_value=999_999_999).filter(lambda n: not 1800 <= n <= 2100)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(count=_COUNTS, grouped=st.booleans())
def test_a_formatted_count_reads_back(count: int, grouped: bool, nlp: Language) -> None:
    text = f"Norway sent {count:,} trucks." if grouped else f"Norway sent {count} trucks."
    (figure,) = figures_of(text, nlp)
    assert figure.value == count
    assert text[figure.start : figure.end] == text[12:-1]


def test_scaled_values_are_exact(nlp: Language) -> None:
    assert [figure.value for figure in figures_of("Imports rose to $536.8 billion.", nlp)] == [536_800_000_000]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tenths=st.integers(min_value=11, max_value=9999),
    scale=st.sampled_from([("million", 1e6), ("billion", 1e9), ("trillion", 1e12)]),
    money=st.sampled_from([("US$", "", "USD"), ("€", "", "EUR"), ("", " yuan", "CNY"), ("", " euros", "EUR")]),
)
def test_formatted_money_reads_back(
    tenths: int, scale: tuple[str, float], money: tuple[str, str, str], nlp: Language
) -> None:
    amount = f"{money[0]}{tenths / 10:.1f} {scale[0]}{money[1]}"
    text = f"The bank lent {amount} to Norway."
    (figure,) = figures_of(text, nlp)
    assert figure.value == pytest.approx(tenths / 10 * scale[1])
    assert figure.unit == money[2]
    assert text[figure.start : figure.end] == amount


_PIECES = (
    *("12", "1,2", "US$", "%", "-", "fold", "half", "a third of", "two", "and", "million", "\n", "\n\n", "of"),
    *("the", "envoys", "2020", "(", "–", "٣", "½", "€", "\u00a0", "between", "to", "over", "plus", "."),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from(_PIECES),
        max_size=14,
    ).map(" ".join)
)
@example(text="")
@example(text="1" * 400)
@example(text="٣ envoys and ½ of 12")
def test_any_text_is_survived_and_spans_stand_in_the_text(text: str, nlp: Language) -> None:
    for figure in figures_of(text, nlp):
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end].strip() == text[figure.start : figure.end]
