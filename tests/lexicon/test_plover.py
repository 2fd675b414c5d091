"""The PLOVER tables agree with each other and with the labels of events."""

from __future__ import annotations

from legation.lexicon.plover import cameo_of, contexts, plover, quad_of
from legation.lexicon.table import read_table
from legation.reading.events.tables import LabelRow


def test_sixteen_types_and_thirty_seven_contexts():
    assert len([mode for _, mode in plover() if mode is None]) == 16
    assert len(contexts()) == 37


def test_every_label_stands_on_a_known_type_mode_and_context():
    for row in read_table("event_labels", LabelRow):
        assert row.code is None or (row.code, row.mode) in plover(), row.label
        assert set(row.contexts) <= set(contexts()), row.label


def test_every_type_and_mode_has_a_cameo_code():
    for code, mode in plover():
        found = cameo_of(code, mode)
        assert found is not None
        assert found.cameo.isdigit()


def test_quads_and_the_slip_of_the_manual():
    assert [quad_of(code) for code in ("AGREE", "AID", "ACCUSE", "SANCTION")] == [1, 2, 3, 4]
    assert plover()["ACCUSE", None].score == -3
    assert cameo_of("COERCE", "arrest").cameo == "173"
    assert quad_of("NONE") is None
