"""Where an event happened."""

from __future__ import annotations

import pytest
from spacy.language import Language

from legation.lexicon.register import load_register
from legation.reading.parse import parse
from legation.reading.people import find_cast
from legation.reading.places import find_place
from tests.reading.people.reader import an_article


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        pytest.param("Anna Holm met Erik Lund in Norway on Monday.", "met", "Norway", id="in a state"),
        pytest.param("Anna Holm held talks in Ghana.", "talks", "Ghana", id="talks held in"),
        pytest.param("Anna Holm met Erik Lund in Annapolis.", "met", "Annapolis", id="a venue"),
        pytest.param("Anna Holm met Erik Lund in Hong Kong.", "met", "Hong Kong", id="a territory"),
        pytest.param("Anna Holm met Erik Lund at the White House.", "met", "White House", id="house of a state"),
        pytest.param("Anna Holm hosted Erik Lund at the Pentagon.", "hosted", "Pentagon", id="house of a ministry"),
        pytest.param("Anna Holm met Erik Lund at the Defense Department.", "met", None, id="a ministry is no place"),
        pytest.param("They met on the sidelines of the summit in Indonesia.", "met", "Indonesia", id="sidelines of"),
        pytest.param("Anna Holm visited Ghana on Monday.", "visited", "Ghana", id="visited"),
        pytest.param("Her visit to Ghana ended.", "visit", "Ghana", id="visit to"),
        pytest.param("Anna Holm met the president of Ghana.", "met", None, id="of is no place"),
        pytest.param("Anna Holm met Erik Lund on Monday.", "met", None, id="nothing told"),
        pytest.param("They met at Oslo airport.", "met", "Oslo", id="a site in a town"),
        pytest.param("They met at a Ghanaian port.", "met", None, id="whose port says not where"),
        pytest.param("She held talks with her counterpart in Oslo.", "talks", "Oslo", id="counterpart in"),
        pytest.param("They met in Norway and Ghana.", "met", None, id="two places"),
        pytest.param("Anna Holm met Erik Lund, who was born in Ghana.", "met", None, id="another clause"),
        pytest.param("Anna Holm criticised the coup in Ghana.", "criticised", None, id="place of something else"),
    ],
)
def test_only_words_that_hang_on_the_trigger_tell_the_place(nlp: Language, text: str, trigger: str, place: str | None):
    register = load_register()
    article = an_article(text)
    doc = parse(article, nlp)
    cast = find_cast(doc, article, register)
    start = text.index(trigger)
    assert find_place(doc, start, start + len(trigger), cast, register) == place


def test_no_span_has_no_place(nlp: Language):
    article = an_article("")
    doc = parse(article, nlp)
    assert find_place(doc, 0, 0, find_cast(doc, article, load_register()), load_register()) is None
