"""Files of all kinds come in as articles; bad ones give one line and cost nothing else."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from legation.intake import sources
from legation.intake.take import take_in

STORY = (
    "Harbour talks resume in Oslo\n\nBy Anna Holm\nMarch 4, 2021\n\n"
    "OSLO - Delegations from Norway and Iceland met on Thursday to discuss a ferry line between them.\n\n"
    "“We are close to an agreement,” said Per Lund, who led the Norwegian side.\n"
)
PAGE = """<html lang="en"><head><title>Ferry line agreed - Harbour Post</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry line agreed",
"datePublished": "2021-03-05T09:00:00Z", "dateModified": "2022-01-01", "author": {"name": "Anna Holm"},
"publisher": {"name": "Harbour Post"}}</script></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ferry line agreed</h1>
<p>Norway and Iceland agreed on Friday to open a new ferry line between Bergen and Reykjavik, both sides said.</p>
<p>The line is to start in May and will run twice a week through the summer, according to the transport ministry.</p>
<p>Fishing rights were left aside and will be discussed again when the delegations meet in the autumn.</p>
</article><footer>© 2021 Harbour Post</footer></body></html>"""


def taken(path: Path, **needs):
    return {one.source.name: one for one in take_in([path], **needs)}


def only_problem(path: Path) -> str:
    (one,) = take_in([path])
    assert one.articles == ()
    assert one.problem is not None
    assert "\n" not in one.problem
    assert one.problem.startswith(one.source.name + ": ")
    return one.problem


def test_a_plain_text_keeps_its_own_characters(tmp_path):
    (tmp_path / "oslo.txt").write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    article = taken(tmp_path)["oslo.txt"].articles[0]
    assert article.text == STORY
    assert article.title == "Harbour talks resume in Oslo"
    assert article.author == "Anna Holm"
    assert article.published.earliest.isoformat() == "2021-03-04"
    assert article.words(article.published_span) == "March 4, 2021"
    assert [block.kind for block in article.blocks] == ["headline", "byline", "dateline", "body", "body"]


def test_a_saved_page_gives_its_story_and_what_it_says_of_itself(tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    article = taken(tmp_path)["page.html"].articles[0]
    assert (article.title, article.outlet, article.author) == ("Ferry line agreed", "Harbour Post", "Anna Holm")
    assert article.published.earliest.isoformat() == "2021-03-05"
    assert article.published_basis == "metadata"
    assert [block.kind for block in article.blocks] == ["headline", "body", "body", "body"]
    assert "Home" not in article.text


def test_a_page_saved_under_a_text_ending_is_read_as_a_page(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert taken(tmp_path)["page.txt"].articles[0].outlet == "Harbour Post"


def test_rows_of_a_dump_become_articles_and_a_bad_row_costs_only_itself(tmp_path):
    rows = [
        {
            "headline": "One",
            "body": "Norway met Iceland in Oslo on Monday.",
            "pubDate": "Mon, 01 Mar 2021 10:00:00 +0000",
        },
        {"headline": "Two", "html": "<p>Norway met Sweden in Bergen.</p><p>Talks go on.</p>", "source": "reuters.com"},
    ]
    lines = [json.dumps(rows[0]), "{broken", json.dumps(rows[1])]
    (tmp_path / "dump.jsonl").write_text("\n".join(lines), encoding="utf-8")
    one = taken(tmp_path)["dump.jsonl"]
    assert [article.path for article in one.articles] == ["dump.jsonl#1", "dump.jsonl#3"]
    assert one.articles[0].published.earliest.isoformat() == "2021-03-01"
    assert one.articles[1].outlet == "Reuters"
    assert one.articles[1].text == "Two\n\nNorway met Sweden in Bergen.\n\nTalks go on."
    assert "row 2" in one.problem


def test_named_columns_are_used(tmp_path):
    (tmp_path / "table.csv").write_text("id;was;wann\n1;Norway met Iceland in Oslo.;2021-03-04\n", encoding="utf-8")
    one = taken(tmp_path, columns={"text": "was", "date": "wann"})["table.csv"]
    assert one.articles[0].text == "Norway met Iceland in Oslo."
    assert one.articles[0].published.earliest.isoformat() == "2021-03-04"


def test_a_table_without_a_text_column_says_which_columns_it_has(tmp_path):
    (tmp_path / "table.csv").write_text("id,was\n1,Norway met Iceland in Oslo.\n", encoding="utf-8")
    assert "--columns" in only_problem(tmp_path)


def test_a_feed_gives_one_article_an_entry(tmp_path):
    pytest.importorskip("feedparser")
    feed = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>
    <item><title>Ferry line agreed</title><link>https://example.org/1</link>
    <pubDate>Fri, 05 Mar 2021 09:00:00 GMT</pubDate>
    <description>&lt;p&gt;Norway and Iceland agreed on a ferry line.&lt;/p&gt;</description></item></channel></rss>"""
    (tmp_path / "feed.xml").write_text(feed, encoding="utf-8")
    (article,) = taken(tmp_path)["feed.xml"].articles
    assert (article.title, article.outlet, article.url) == (
        "Ferry line agreed",
        "Harbour Post",
        "https://example.org/1",
    )
    assert article.published.earliest.isoformat() == "2021-03-05"


def test_a_word_file_gives_its_paragraphs(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Ferry line agreed", 0)
    document.add_paragraph("Norway and Iceland agreed on a ferry line on Friday.")
    document.save(str(tmp_path / "note.docx"))
    article = taken(tmp_path)["note.docx"].articles[0]
    assert article.title == "Ferry line agreed"
    assert [block.kind for block in article.blocks] == ["headline", "body"]


def test_a_web_archive_gives_its_pages(tmp_path):
    warcwriter = pytest.importorskip("warcio.warcwriter")
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders

    with (tmp_path / "crawl.warc.gz").open("wb") as stream:
        writer = warcwriter.WARCWriter(stream, gzip=True)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
        record = writer.create_warc_record(
            "https://www.reuters.com/world/ferry", "response", payload=BytesIO(PAGE.encode()), http_headers=headers
        )
        writer.write_record(record)
    (article,) = taken(tmp_path)["crawl.warc.gz"].articles
    assert (article.url, article.outlet) == ("https://www.reuters.com/world/ferry", "Reuters")


def test_members_of_an_archive_are_files_of_their_own(tmp_path):
    with zipfile.ZipFile(tmp_path / "press.zip", "w") as archive:
        archive.writestr("inner/oslo.txt", STORY)
        archive.writestr("inner/empty.txt", "")
        archive.writestr("__MACOSX/inner/._oslo.txt", "x")
    found = taken(tmp_path)
    assert sorted(found) == ["press.zip/inner/empty.txt", "press.zip/inner/oslo.txt"]
    assert found["press.zip/inner/oslo.txt"].articles[0].text == STORY
    assert "empty" in found["press.zip/inner/empty.txt"].problem


def test_a_known_file_is_skipped_unread(tmp_path):
    (tmp_path / "oslo.txt").write_text(STORY, encoding="utf-8")
    (one,) = take_in([tmp_path], known=lambda source: source.name == "oslo.txt")
    assert one.skipped
    assert one.articles == ()


def test_files_come_in_the_order_of_their_names(tmp_path):
    for name in ("b.txt", "a.txt", "c/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    names = [one.source.name for one in take_in([tmp_path])]
    assert names == ["a.txt", "b.txt", "c/d.txt"]
    articles = [one.articles[0] for one in take_in([tmp_path])]
    assert len({article.id for article in articles}) == 3
    assert articles == [one.articles[0] for one in take_in([tmp_path])]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        pytest.param("empty.txt", b"", "empty", id="empty"),
        pytest.param("blank.txt", b" \n\n\t ", "empty", id="blanks only"),
        pytest.param("binary.txt", bytes(range(256)) * 40, "binary", id="binary"),
        pytest.param("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "kind", id="picture"),
        pytest.param("press.zip", b"PK\x03\x04 cut short", "zip", id="broken zip"),
        pytest.param("note.docx", b"PK\x03\x04 cut short", "Word", id="broken Word file"),
        pytest.param("scan.pdf", b"%PDF-1.4 cut short", "PDF", id="broken PDF"),
        pytest.param("crawl.warc", b"nothing of the kind", "archive", id="broken web archive"),
        pytest.param("data.xml", b"<?xml version='1.0'?><inventory><a/></inventory>", "feed", id="XML that is no feed"),
        pytest.param("dump.jsonl", b"not json\nat all\n", "no row", id="dump without rows"),
        pytest.param("page.html", b"<html><body></body></html>", "no text", id="page without words"),
    ],
)
def test_a_bad_file_gives_one_line_that_says_what_is_wrong(tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    assert says in only_problem(tmp_path / name)


def test_a_bad_file_does_not_cost_its_neighbours(tmp_path):
    (tmp_path / "a.txt").write_bytes(bytes(range(256)))
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    found = taken(tmp_path)
    assert found["a.txt"].problem
    assert len(found["b.txt"].articles) == 1


def test_a_file_beyond_the_limit_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MAX_BYTES", 1000)
    (tmp_path / "long.txt").write_text("word " * 1000, encoding="utf-8")
    assert "larger than" in only_problem(tmp_path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert "not there" in only_problem(tmp_path / "gone.txt")


def test_a_zip_bomb_is_refused_by_its_ratio(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", "0" * 5_000_000)
        archive.writestr("oslo.txt", STORY)
    found = taken(tmp_path)
    assert "bomb" in found["bomb.zip/zeros.txt"].problem
    assert len(found["bomb.zip/oslo.txt"].articles) == 1


def test_an_archive_is_refused_by_its_total(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MAX_ARCHIVE_BYTES", 1000)
    with zipfile.ZipFile(tmp_path / "press.zip", "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}.txt", STORY)
    assert "unpacks to more" in taken(tmp_path)["press.zip"].problem


def test_a_locked_archive_is_named(tmp_path):
    with zipfile.ZipFile(tmp_path / "press.zip", "w") as archive:
        archive.writestr("oslo.txt", STORY)
    data = bytearray((tmp_path / "press.zip").read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "press.zip").write_bytes(data)
    assert "password" in only_problem(tmp_path)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_the_encoding_is_found(tmp_path, encoding):
    (tmp_path / "oslo.txt").write_bytes((STORY + "Café “Ærø” — naïve.\n").encode(encoding))
    assert taken(tmp_path)["oslo.txt"].articles[0].text.endswith("Café “Ærø” — naïve.\n")


def test_a_page_nested_a_hundred_thousand_deep_is_read(tmp_path):
    deep = 100_000
    words = "<p>Norway and Iceland agreed on a ferry line on Friday, both sides said.</p>"
    (tmp_path / "deep.html").write_text(
        f"<html><body>{'<div>' * deep}{words}{'</div>' * deep}</body></html>", encoding="utf-8"
    )
    one = taken(tmp_path)["deep.html"]
    assert one.articles or one.problem


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights_is_named(tmp_path):
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "closed").chmod(0)
    (tmp_path / "open.txt").write_text(STORY, encoding="utf-8")
    try:
        found = taken(tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o755)
    assert "right to read" in found["closed"].problem
    assert found["open.txt"].articles


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "outside").mkdir()
    (inside / "file.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "folder").symlink_to(tmp_path / "outside")
    (inside / "here.txt").write_text(STORY, encoding="utf-8")
    (inside / "again.txt").symlink_to(inside / "here.txt")
    (inside / "loop.txt").symlink_to(inside / "loop.txt")
    found = taken(inside)
    assert "link" in found["file.txt"].problem
    assert "link" in found["folder"].problem
    assert "link" in found["loop.txt"].problem
    assert found["again.txt"].articles
    assert found["here.txt"].articles


def test_a_missing_library_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4")
    assert "pip install 'legation[formats]'" in only_problem(tmp_path)
