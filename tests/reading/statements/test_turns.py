"""Interviews and press conferences that are told in turns: each paragraph is its speaker's."""

from __future__ import annotations

import pytest

HEAD = "Spokesperson Anna Holm’s regular press conference\n"
PRESS_CONFERENCE = (
    "Reuters: Norland says that the survey ship entered its waters. What is your comment?\n"
    "Anna Holm: The ship was in the high seas. Norland’s claim has no basis in fact.\n"
    "We have told its embassy so, and we will tell it again.\n"
    "The Evening Bell: Will the envoy travel to Oslo?\n"
    "Anna Holm: I have nothing to announce.\n"
)


def told(text, statements):
    """Speaker and words of each statement that stands in no other one."""
    outer = [s for s in statements if s.cue is None]
    return [(s.speaker_name, " ".join(text[a:b] for a, b in s.content)) for s in outer]


def test_each_paragraph_goes_to_the_last_label(read):
    text = HEAD + PRESS_CONFERENCE
    assert told(text, read(text, "headline")) == [
        ("Reuters", "Norland says that the survey ship entered its waters. What is your comment?"),
        ("Anna Holm", "The ship was in the high seas. Norland’s claim has no basis in fact"),
        ("Anna Holm", "We have told its embassy so, and we will tell it again"),
        ("The Evening Bell", "Will the envoy travel to Oslo?"),
        ("Anna Holm", "I have nothing to announce"),
    ]


def test_what_the_question_ascribes_to_others_is_second_hand(read):
    text = HEAD + PRESS_CONFERENCE
    claim = next(s for s in read(text, "headline") if s.cue is not None and "Norland" in (s.speaker_name or ""))
    assert [link.name for link in claim.chain] == ["Reuters", "Norland"]


def test_a_transcript_gives_the_words_as_they_were_said(read):
    text = HEAD + PRESS_CONFERENCE
    assert {s.form for s in read(text, "headline") if s.cue is None} == {"direct"}


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        pytest.param("Q", "A", id="letters"),
        pytest.param("Question", "Answer", id="words"),
        pytest.param("QUESTION", "MS HOLM", id="capitals"),
        pytest.param("The Harbour Post", "Holm", id="names"),
    ],
)
def test_who_answers_is_never_the_label(read, asks, answers):
    text = (
        "Anna Holm, the foreign minister of Norway, spoke to The Harbour Post in an interview on Monday.\n"
        f"{asks}: How were the talks?\n{answers}: They went well. The treaty will hold.\n"
        f"{asks}: Will you run again?\n{answers}: No. My party knows that.\n"
    )
    answered = [s for s in read(text) if "They went well. The treaty will hold" in text[s.content[0].start :][:40]]
    assert [s.speaker_name for s in answered] == ["Anna Holm"]


def test_answers_without_a_label_follow_their_questions(read):
    text = (
        "Anna Holm, the foreign minister of Norway, gave an interview on Monday.\n"
        "Q: How were the talks?\nThey went well. The treaty will hold.\n"
        "Q: Will you run again?\nNo. My party knows that.\n"
    )
    assert [name for name, _ in told(text, read(text))] == ["Anna Holm"] * 2


def test_what_an_unnamed_interviewer_asks_is_no_statement(read):
    text = "Q: Will the envoy travel to Oslo next week?\nA: There is nothing to announce so far."
    (answered,) = read(text)
    assert answered.speaker_name is None


def test_who_answers_is_told_by_the_introduction_and_not_by_the_names_in_it(read):
    text = (
        "Karl Berg and Ole Lund met in Vienna on Monday. In an interview on Tuesday, Professor Anna Holm looked back.\n"
        "Q: How were the talks?\nA: They went well. The treaty will hold.\n"
    )
    assert told(text, read(text)) == [("Anna Holm", "They went well. The treaty will hold")]


def test_the_talk_ends_where_the_speaker_is_told_of(read):
    text = (
        "In an interview on Tuesday, Professor Anna Holm looked back.\n"
        "Q: How were the talks?\nA: They went well. The treaty will hold.\n"
        "Holm, who studied in Oslo, will retire in May.\nThe museum is open on Sundays.\n"
    )
    assert told(text, read(text)) == [("Anna Holm", "They went well. The treaty will hold")]


def test_a_colon_in_a_story_makes_no_turns(read):
    text = (
        "Hong Kong: The ships left the harbour on Monday and sailed north.\n"
        "Note: The times are local.\nAnna Holm said: “The harbour is safe.”"
    )
    (statement,) = read(text)
    assert (statement.speaker_name, statement.form) == ("Anna Holm", "direct")


UNLABELLED = (
    "The harbour treaty: an interview with Anna Holm\n"
    "Anna Holm, the foreign minister of Norland, gave The Harbour Post an interview on Monday.\n"
    "Was the treaty a mistake?\n"
    "No. I signed it because the fleets on both coasts needed it, and they need it still.\n"
    "Some in Oslo say that you went too far.\n"
    "Minister Erik Dahl has to say that. He told me that his party is split, and we get on well enough.\n"
    "And will the talks go on?\n"
    "They will. Our door is open, and the ministry in Oslo knows the telephone number.\n"
    "What comes next?\n"
    "A summer without talks, then a new round in the autumn, I hope.\n"
    "Thank you for the conversation.\n"
    "The embassy of Norway did not want to comment.\n"
)


def test_an_interview_without_labels_is_told_in_paragraphs(read):
    answers = [words for name, words in told(UNLABELLED, read(UNLABELLED, "headline")) if name == "Anna Holm"]
    assert [words.split()[0] for words in answers] == ["No.", "Minister", "They", "A"]


def test_an_explainer_under_questions_is_no_interview(read):
    text = (
        "Anna Holm, the foreign minister of Norland, gave an interview on Monday.\n"
        "What is the treaty?\nA pact on fishing between two states, signed in Oslo.\n"
        "Who wants it?\nBoth fleets do, and the harbours of the coast.\n"
        "When does it end?\nIt ends in June, unless a new round of talks begins.\n"
    )
    assert told(text, read(text)) == []


def test_he_in_an_answer_is_not_who_answers(read):
    he = next(
        s
        for s in read(UNLABELLED, "headline")
        if s.cue is not None and "party is split" in UNLABELLED[slice(*s.content[0])]
    )
    assert [link.name for link in he.chain][-1] == "Erik Dahl"


def test_an_answer_of_a_word_or_two_is_no_statement(read):
    text = HEAD + PRESS_CONFERENCE + "Reuters: May I go on?\nAnna Holm: Yes, Per.\nReuters: Thank you.\n"
    assert told(text, read(text, "headline")) == [
        *told(HEAD + PRESS_CONFERENCE, read(HEAD + PRESS_CONFERENCE, "headline")),
        ("Reuters", "May I go on?"),
    ]
