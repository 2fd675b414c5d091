"""Who is the source: outlets behind a verb, texts and their issuers, askers, titles, what says nothing."""

from __future__ import annotations

import pytest


def told(text, statements):
    """Speaker and words of each statement."""
    return [(s.speaker_name, " ".join(text[a:b] for a, b in s.content)) for s in statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The ships had left the port, reported The Harbour Post.",
            ("Harbour Post", "The ships had left the port"),
            id="outlet",
        ),
        pytest.param(
            "The guests included former envoy Peter Lund, reported The Harbour Times.",
            ("Harbour Times", "The guests included former envoy Peter Lund"),
            id="a name before the comma",
        ),
        pytest.param("Two envoys had resigned, Xinhua reported.", ("Xinhua", "Two envoys had resigned"), id="agency"),
        pytest.param(
            "The members were lawyers, reported the BBC, citing two of them.",
            ("BBC", "The members were lawyers"),
            id="in the middle",
        ),
        pytest.param(
            "The ships left on Monday, said a spokesman for the ministry.",
            ("a spokesman for the ministry", "The ships left on Monday"),
            id="unnamed",
        ),
        pytest.param(
            "It would take two years, warned Anna Holm.", ("Anna Holm", "It would take two years"), id="person"
        ),
    ],
)
def test_who_stands_behind_the_verb_is_the_source(read, text, expected):
    assert told(text, read(text)) == [expected]


def test_an_outlet_behind_a_told_statement_passes_it_on(read):
    text = "Norway would not agree to the plan, Anna Holm said, reported The Harbour Post."
    (statement,) = read(text)
    assert told(text, [statement]) == [("Anna Holm", "Norway would not agree to the plan")]
    assert [(link.role, link.name) for link in statement.chain] == [
        ("intermediary", "Harbour Post"),
        ("speaker", "Anna Holm"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The harbour is safe”, Anna Holm was quoted as saying by Xinhua.", id="by at the end"),
        pytest.param("Anna Holm was quoted by Xinhua as saying that the harbour was safe.", id="by in the middle"),
    ],
)
def test_who_is_quoted_speaks_and_the_agency_passes_it_on(read, text):
    (statement,) = read(text)
    assert statement.speaker_name == "Anna Holm"
    assert text[statement.content[0].start : statement.content[-1].end].lower().startswith("the harbour")
    assert next((link.role, link.name) for link in statement.chain) == ("agency", "Xinhua")


@pytest.mark.parametrize(
    "text",
    [
        "Information trickled out on Tuesday that the envoys had met in Geneva.",
        "Word spread in the capital that the minister had resigned.",
        "The map shows that the island lies outside the zone.",
        "The move signals that Norway wants talks.",
        "It was reported that the envoy had resigned.",
        "The ministry released a readout of the call late on Friday.",
    ],
)
def test_what_speaks_for_nobody_is_no_statement(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether Norway would send envoys to Geneva, Anna Holm said the plan was clear.",
        "Asked about the survey ship, Anna Holm said the plan was clear.",
        "When asked if the talks would go on, Anna Holm said the plan was clear.",
        "Responding to a question on Japan, Anna Holm said the plan was clear.",
    ],
)
def test_who_answers_has_not_asked(read, text):
    assert told(text, read(text)) == [("Anna Holm", "the plan was clear")]


def test_one_asks_and_the_other_answers(read):
    text = "Peter Lund asked what Norway wanted in the strait, and Anna Holm said that it wanted peace."
    assert told(text, read(text)) == [
        ("Peter Lund", "what Norway wanted in the strait"),
        ("Anna Holm", "it wanted peace"),
    ]


def test_a_name_behind_a_title_and_its_place_is_found(read):
    text = "Norwegian Ambassador to the US Anna Holm said the plan was clear."
    assert [s.speaker_name for s in read(text)] == ["Anna Holm"]


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        pytest.param("According to a White House readout, the two spoke for an hour.", "United States", "USA", id="of"),
        pytest.param(
            "A statement issued by the Japanese defence ministry said two ships had come.",
            "Japanese Ministry of Defence",
            "JPN/defence-ministry",
            id="by",
        ),
        pytest.param("A statement from the ministry said the crew was safe.", "the ministry", None, id="from"),
        pytest.param(
            "China met the envoy. A readout from Beijing said that the talks must go on.", "China", "CHN", id="capital"
        ),
        pytest.param(
            "The State Department issued a statement on Monday. The statement said the talks were candid.",
            "Department of State",
            "USA/state-department",
            id="told before",
        ),
        pytest.param(
            "“We agree to the plan,” Anna Holm said in a letter.\nThe letter added that the crew was safe.",
            "Anna Holm",
            "anna-holm",
            id="said in it",
        ),
        pytest.param("The communique called for restraint.", "The communique", None, id="nobody told"),
    ],
)
def test_a_text_speaks_for_its_issuer(read, text, name, entity):
    statement = read(text)[-1]
    assert (statement.speaker_name, statement.speaker, statement.form) == (name, entity, "written")


def test_it_is_the_body_told_of_before(read):
    (statement,) = read("The State Department closed its office on Monday. It said the talks were candid.")
    assert statement.speaker == "USA/state-department"


def test_the_text_stands_in_the_chain(read):
    (statement,) = read("A statement from the ministry said the crew was safe.")
    assert [(link.role, link.name) for link in statement.chain] == [
        ("intermediary", "statement"),
        ("speaker", "the ministry"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“The harbour is safe,” Anna Holm said in a statement.",
        "In a joint communique, Anna Holm said that the harbour was safe.",
        "“The harbour is safe,” Anna Holm wrote on X.",
        "Anna Holm said on Weibo that the harbour was safe.",
        "In an op-ed in The Harbour Times, Anna Holm argued that the harbour was safe.",
        "The harbour was safe, according to a transcript of the call.",
        "The white paper said that the harbour was safe.",
    ],
)
def test_what_stands_in_a_text_is_written(read, text):
    (statement,) = read(text)
    assert statement.form == "written"


def test_an_outlet_with_the_name_of_a_text_is_no_text(read):
    (statement,) = read("The Harbour Post said that the harbour was safe.")
    assert statement.form == "indirect"


def test_a_text_told_again_is_the_one_of_that_name(read):
    text = (
        "In a message on Monday, Anna Holm said the harbour was safe.\n"
        "In an article published in The Harbour Review, Holm wrote that the treaty should be kept.\n"
        "In the article, Holm also said that trade with Japan would grow."
    )
    last = read(text)[-1]
    assert "article published in The Harbour Review" in [link.name for link in last.chain]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        pytest.param("Japan is willing to host the talks.", "Japan", "to host the talks", id="willing"),
        pytest.param("Paris called for restraint.", "France", "restraint", id="called for"),
        pytest.param("Pyongyang threatened retaliation.", "North Korea", "retaliation", id="threat"),
        pytest.param("Beijing denied any involvement.", "China", "any involvement", id="denial"),
        pytest.param("China lodged a solemn protest with Japan.", "China", "a solemn protest with Japan", id="protest"),
        pytest.param(
            "The ministry’s position is that no ship entered the zone.",
            "The ministry",
            "no ship entered the zone",
            id="position",
        ),
        pytest.param(
            "The communique’s call for restraint was welcomed in Oslo.", "The communique", "restraint", id="noun"
        ),
    ],
)
def test_an_act_of_saying_without_a_clause_is_a_statement(read, text, speaker, content):
    assert (speaker, content) in told(text, read(text))


@pytest.mark.parametrize(
    "text", ["China would not call for restraint.", "Paris may call for restraint.", "The storm called for patience."]
)
def test_what_nobody_did_is_no_statement(read, text):
    assert read(text) == []


def test_a_headline_under_a_name(read):
    text = "China: Talks with Japan will go on\nThe envoys met for an hour on Monday."
    assert told(text, read(text, "headline")) == [("China", "Talks with Japan will go on")]


@pytest.mark.parametrize(
    ("text", "name", "described"),
    [
        ("A European diplomat who asked not to be named said the harbour was safe.",
         "A European diplomat", "A European diplomat who asked not to be named"),
        ("An official familiar with the matter said the harbour was safe.",
         "An official", "An official familiar with the matter"),
        ("A source of the port authority said the harbour was safe.",
         "A source of the port authority", "A source of the port authority"),
    ],
)  # fmt: skip
def test_the_chain_keeps_an_unnamed_source_as_it_is_described(read, text, name, described):
    found = read(text)
    (statement,) = [one for one in found if "harbour was safe" in text[slice(*one.content[0])]]
    assert statement.speaker_name == name
    assert (statement.chain[-1].name, statement.chain[-1].anonymous) == (described, True)


@pytest.mark.parametrize("wish", ["asked not to be named", "declined to be identified", "preferred anonymity"])
def test_a_wish_to_stay_without_a_name_is_no_statement(read, wish):
    text = f"A European diplomat, who {wish}, said the harbour was safe."
    (statement,) = read(text)
    assert text[slice(*statement.content[0])] == "the harbour was safe"
