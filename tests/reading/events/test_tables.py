"""Every row of the event tables is read in its own example."""

from __future__ import annotations

import pytest

from legation.lexicon.table import read_table
from legation.model import LegationError
from legation.reading.events.antecedents import Antecedents
from legation.reading.events.clauses import lemma_of
from legation.reading.events.contexts import ContextRow
from legation.reading.events.tables import LabelRow, NounRow, StatusRow, TriggerRow, read_tables

ROOTS = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def rows_of(name, model):
    return [pytest.param(row, id=f"{at}-{row.example[:40]}") for at, row in enumerate(read_table(name, model), 2)]


@pytest.mark.parametrize("row", rows_of("event_triggers", TriggerRow))
def test_a_trigger_is_read_in_its_example(row, tell, stage):
    head = row.word.split()[-1 if row.pos == "noun" else 0]
    _, doc, _, _ = stage(row.example)
    found = [
        account
        for account in tell(row.example)
        if account.label == row.label
        and any(lemma_of(token) == head for token in doc.char_span(*account.trigger, alignment_mode="expand"))
    ]
    assert found
    assert row.code is None or found[0].code == row.code


@pytest.mark.parametrize("row", rows_of("event_labels", LabelRow))
def test_a_label_is_read_in_its_example(row, tell):
    assert row.label in [account.label for account in tell(row.example)]


@pytest.mark.parametrize("row", rows_of("event_status", StatusRow))
def test_a_governing_word_sets_the_status_in_its_example(row, tell):
    accounts = tell(row.example)
    if row.status == "alleged":
        assert any(account.alleged for account in accounts)
    else:
        assert row.status in [account.status for account in accounts]


@pytest.mark.parametrize("row", rows_of("event_contexts", ContextRow))
def test_a_context_is_read_in_its_example(row, tell):
    assert any(row.context in account.contexts for account in tell(row.example))


def test_codes_are_plover_types():
    assert {row.code for row in read_table("event_labels", LabelRow)} - {None} <= ROOTS


def test_a_trigger_with_an_unknown_label_is_refused(tmp_path):
    (tmp_path / "event_labels.csv").write_text("label,code,mode,frame,contexts,example\nvisit,CONSULT,,travel,,x\n")
    (tmp_path / "event_groups.csv").write_text("group,words\nparties,country\n")
    (tmp_path / "event_status.csv").write_text("word,status,over,example\n")
    (tmp_path / "event_triggers.csv").write_text(
        "word,pos,label,to,needs,code,otherwise,example\ngo,verb,journey,,,,,x\n"
    )
    with pytest.raises(LegationError, match="journey"):
        read_tables(tmp_path)


@pytest.mark.parametrize("row", rows_of("event_nouns", NounRow))
def test_a_noun_points_back_to_the_event_of_its_example(row, tell, stage, event_tools):
    first, _, _ = row.example.partition(". ")
    assert {account.label for account in tell(f"{first}.")} & set(row.labels)
    past = Antecedents(event_tools.tables.told_again)
    _, doc, _, _ = stage(row.example)
    for account in tell(f"{first}."):
        past.add(doc.char_span(*account.trigger, alignment_mode="expand").root, account)
    noun = next(token for token in doc if token.idx > len(first) and lemma_of(token) == row.noun)
    found = past.of(noun)
    assert found is not None
    assert found.label in row.labels
