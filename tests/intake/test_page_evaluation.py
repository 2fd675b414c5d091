"""The command that writes the article text of saved pages, and PDF files with and without a text layer."""

from __future__ import annotations

import gzip
import json

import pytest

from evaluation.pages import main
from legation.intake.take import take_in
from tests.intake.test_take import PAGE


def test_pages_are_written_by_their_stem(tmp_path, capsys):
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "one.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "html" / "two.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "html" / "empty.html").write_text("", encoding="utf-8")
    assert main([str(tmp_path / "html"), str(tmp_path / "out.json")]) == 0
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert sorted(found) == ["empty", "one", "two"]
    assert found["one"] == found["two"]
    assert found["one"]["articleBody"].startswith("Norway and Iceland agreed on Friday")
    assert found["empty"]["articleBody"] == ""


def test_wrong_arguments_give_the_usage(tmp_path, capsys):
    assert main([str(tmp_path / "none")]) == 2
    assert "usage" in capsys.readouterr().err


def a_pdf(words: str) -> bytes:
    content = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in words.split("\n")) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    parts, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(parts))
        parts += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    start = len(parts)
    parts += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    return parts.encode("latin-1")


def test_a_pdf_with_a_text_layer_is_read(tmp_path):
    pytest.importorskip("pypdf")
    (tmp_path / "note.pdf").write_bytes(
        a_pdf("Ferry line agreed\nNorway and Iceland agreed on a ferry line on Friday.")
    )
    (one,) = take_in([tmp_path])
    assert one.problem is None
    assert "Norway and Iceland agreed on a ferry line on Friday." in one.articles[0].text


def test_a_scan_says_that_it_has_no_text_layer(tmp_path):
    pytest.importorskip("pypdf")
    (tmp_path / "scan.pdf").write_bytes(a_pdf(""))
    (one,) = take_in([tmp_path])
    assert "text layer" in one.problem
