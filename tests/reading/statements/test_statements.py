"""Statements: who speaks, to whom, in what form, through which chain, with what stance, said again where."""

from __future__ import annotations

import pytest


def only(statements):
    assert len(statements) == 1, [s.content for s in statements]
    return statements[0]


def words(text, statement):
    return [text[start:end] for start, end in statement.content]


@pytest.mark.parametrize(
    ("text", "content", "form"),
    [
        pytest.param("“The talks will go on,” Anna Holm said.", ["The talks will go on"], "direct", id="direct"),
        pytest.param(
            "Anna Holm said that the talks would go on.", ["the talks would go on"], "indirect", id="indirect"
        ),
        pytest.param(
            "Anna Holm said the talks were “a long step”.", ["the talks were “a long step”"], "mixed", id="mixed"
        ),
        pytest.param("“The talks will go on,” Anna Holm wrote.", ["The talks will go on"], "written", id="written"),
    ],
)
def test_tells_the_form_and_trims_the_content(read, text, content, form):
    statement = only(read(text))
    assert (words(text, statement), statement.form, statement.speaker_name) == (content, form, "Anna Holm")


def test_a_bare_quotation_after_a_report_goes_on_with_it(read):
    text = "Anna Holm said the harbour was safe. “We looked at it with our own eyes.”"
    statement = only(read(text))
    assert words(text, statement) == ["the harbour was safe", "We looked at it with our own eyes"]
    assert statement.form == "mixed"


def test_a_bare_quotation_in_its_own_paragraph_is_the_last_speakers(read):
    text = "Anna Holm said the harbour was safe.\n“We looked at it with our own eyes this morning.”"
    second = read(text)[1]
    assert (second.cue, second.speaker_name, second.form) == (None, "Anna Holm", "direct")


def test_a_quotation_over_paragraphs_is_one_statement(read):
    text = "“The harbour is safe, Anna Holm said.\n“We looked at it with our own eyes this morning.”"
    assert all(s.speaker_name == "Anna Holm" for s in read(text))


def test_a_pronoun_goes_to_who_spoke_last(read):
    text = "Anna Holm said the harbour was safe.\nShe added that the grain had arrived."
    assert [s.speaker_name for s in read(text)] == ["Anna Holm", "Anna Holm"]


def test_a_source_without_a_name_keeps_its_words_and_is_marked(read):
    statement = only(read("A European diplomat said that the talks would go on."))
    assert (statement.speaker, statement.speaker_name) == (None, "A European diplomat")
    assert statement.chain[-1].anonymous


def test_a_side_speaks_for_its_state(read):
    statement = only(read("The Chinese side said that the talks would go on."))
    assert statement.speaker == "CHN"


def test_the_chain_runs_from_outlet_to_speaker(read):
    text = "Anna Holm said that the harbour was safe, as reported by The Harbour Times."
    (statement, *_) = read(text, outlet="The Island Post", agency="Reuters")
    assert [(link.role, link.name) for link in statement.chain] == [
        ("outlet", "The Island Post"),
        ("agency", "Reuters"),
        ("intermediary", "Harbour Times"),
        ("speaker", "Anna Holm"),
    ]


def test_an_interview_stands_in_the_chain_of_all_that_was_said_in_it(read):
    text = "“The harbour is safe,” Anna Holm said in an interview with Reuters.\nHolm said the grain had arrived."
    first, second = read(text)
    assert any("interview with Reuters" in link.name for link in first.chain)
    assert any("interview with Reuters" in link.name for link in second.chain)


def test_speech_inside_speech_has_the_longer_chain(read):
    text = "Anna Holm said the envoy had told reporters that the harbour was safe."
    inner = next(s for s in read(text) if words(text, s) == ["the harbour was safe"])
    assert [link.name for link in inner.chain][-2:] == ["Anna Holm", "the envoy"]


def test_a_headline_repeats_the_body(read):
    text = "Norland vows to keep border open\nThe government of Norland vowed to keep the border open."
    statements = read(text, "headline", "body")
    body = next(s for s in statements if s.repeats is None)
    assert all(s.repeats == body.id for s in statements if s is not body)


def test_a_pull_quote_is_recorded_once(read):
    text = "“The harbour is safe and will stay so,” Anna Holm said.\nThe harbour is safe and will stay so"
    statements = read(text, "body", "pull-quote")
    assert [s.repeats for s in statements] == [None, statements[0].id]


def test_who_was_spoken_to_and_about(read):
    told = only(read("Anna Holm told Japan that the talks would go on."))
    assert told.addressees == ("JPN",)
    accused = only(read("Anna Holm accused Japan of hiding the survey."))
    assert accused.targets[0] == "JPN"
    assert accused.stance == "hostile"
    assert accused.stance_words


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param("Anna Holm praised Japan for its cooperation.", "cooperative", id="praise"),
        pytest.param("Anna Holm condemned Japan for the invasion.", "hostile", id="blame"),
        pytest.param("Anna Holm said that the harbour was wide.", "neutral", id="plain"),
    ],
)
def test_reads_the_stance(read, text, stance):
    assert only(read(text)).stance == stance


def test_issues_carry_their_words(read):
    text = "Anna Holm said that the tariff would hit Taiwan."
    statement = only(read(text))
    assert set(statement.issues) == {"trade", "taiwan"}
    assert {e.words for e in statement.issue_words} == {"tariff", "Taiwan"}


def test_a_day_beside_the_cue_dates_the_statement(read):
    statement = only(read("Anna Holm said on March 16, 2021 that the harbour was safe."))
    assert statement.date is not None
    assert statement.date.earliest is not None
    assert statement.date.earliest.isoformat() == "2021-03-16"


def test_without_a_day_the_statement_is_only_no_later_than_its_publication(read):
    statement = only(read("Anna Holm said that the harbour was safe."))
    assert statement.date is not None
    assert (statement.date.earliest, statement.date.precision) == (None, "unknown")


def test_ids_are_stable(read):
    text = "Anna Holm said that the harbour was safe."
    assert [s.id for s in read(text)] == [s.id for s in read(text)]


def test_every_span_lies_in_the_text(read):
    text = "“We agree,” Anna Holm said, “and we will stay.” According to Reuters, the envoy said he was glad."
    for statement in read(text):
        spans = [*statement.content, *(e.span for e in (*statement.issue_words, *statement.stance_words))]
        spans += [span for span in (statement.cue, statement.speaker_words) if span is not None]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(text[e.span.start : e.span.end] == e.words for e in statement.issue_words)
