"""The example dispatches stand in the shapes that their README promises."""

from __future__ import annotations

import json
import re
from datetime import date
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

PRESS = Path(__file__).parents[2] / "examples" / "press"
COPIES = frozenset({"qin-removed-agency.txt", "qin-removed-shortened.txt"})
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


class _Paragraphs(HTMLParser):
    """Collects the words of `<p>` and the JSON-LD of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.linked: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "h1") or (tag == "script" and dict(attrs).get("type") == "application/ld+json"):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            (self.linked if self._inside == "script" else self.words).append(data)


def page(name: str) -> _Paragraphs:
    parser = _Paragraphs()
    parser.feed((PRESS / name).read_text(encoding="utf-8"))
    return parser


def jsonl_rows() -> list[dict[str, str]]:
    lines = (PRESS / "wire-dump.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def rss_items() -> list[ElementTree.Element]:
    return ElementTree.parse(PRESS / "meridian-wire.xml").getroot().findall("channel/item")


def dispatches() -> dict[str, str]:
    """Every dispatch's words by its name; an item of a file of many is `name#n`."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in PRESS.glob("*.txt")}
    texts |= {path.name: path.read_text(encoding="utf-8") for path in PRESS.glob("*.md")}
    texts |= {path.name: "\n".join(page(path.name).words) for path in PRESS.glob("*.html")}
    texts |= {f"wire-dump.jsonl#{n}": row["text"] for n, row in enumerate(jsonl_rows(), 1)}
    bodies = [re.sub(r"<[^>]+>", " ", item.findtext(CONTENT) or "") for item in rss_items()]
    return texts | {f"meridian-wire.xml#{n}": body for n, body in enumerate(bodies, 1)}


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(tuple(words[at : at + 5]) for at in range(len(words) - 4))


def test_there_are_dispatches_in_every_shape() -> None:
    kinds = {path.suffix for path in PRESS.iterdir()}
    assert kinds == {".txt", ".md", ".html", ".jsonl", ".xml"}
    assert len(dispatches()) == 31


def test_a_dispatch_is_as_long_as_a_short_news_item() -> None:
    for name, text in dispatches().items():
        assert 100 <= len(text.split()) <= 420, name


def test_the_readme_names_every_file_and_no_other() -> None:
    readme = (PRESS.parent / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w-]+\.(?:txt|md|html|jsonl|xml))`", readme))
    assert named == {path.name for path in PRESS.iterdir()}


@pytest.mark.parametrize("name", ["channels-suspended.html", "blinken-in-beijing.html"])
def test_saved_pages_carry_json_ld_with_title_date_and_outlet(name: str) -> None:
    data = json.loads("".join(page(name).linked))
    assert data["@type"] == "NewsArticle"
    assert data["headline"] in page(name).words
    assert date.fromisoformat(data["datePublished"][:10]) < date.fromisoformat(data["dateModified"][:10])
    assert data["publisher"]["name"]


def test_the_jsonl_dump_has_its_fields_on_every_line() -> None:
    for row in jsonl_rows():
        assert set(row) == {"title", "text", "date", "url", "outlet"}
        assert date(2021, 1, 1) <= date.fromisoformat(row["date"]) <= date(2023, 12, 31)
        assert row["url"].startswith("https://")
        assert ".example/" in row["url"]


def test_the_feed_is_rss_with_dated_items() -> None:
    assert len(rss_items()) == 4
    for item in rss_items():
        assert 2021 <= parsedate_to_datetime(item.findtext("pubDate") or "").year <= 2023
        assert item.findtext("title")
        assert item.findtext("link")


def test_only_the_syndicated_text_is_a_near_copy_of_another() -> None:
    texts = {name: shingles(text) for name, text in dispatches().items()}
    for left, right in combinations(sorted(texts), 2):
        shared = len(texts[left] & texts[right]) / min(len(texts[left]), len(texts[right]))
        assert (shared > 0.8) == ({left, right} == COPIES), f"{left} and {right} share {shared:.0%}"
        if {left, right} != COPIES:
            assert shared < 0.15, f"{left} and {right} share {shared:.0%}"


def test_the_undated_dispatch_names_a_weekday_and_no_year() -> None:
    text = (PRESS / "anchorage-undated.txt").read_text(encoding="utf-8")
    assert "Thursday, March 18" in text
    assert re.search(r"\b20\d\d\b", text) is None
    assert date(2021, 3, 18).strftime("%A") == "Thursday"


def test_the_pasted_page_has_an_updated_stamp_beside_its_date() -> None:
    first = (PRESS / "tianjin-updated-stamp.txt").read_text(encoding="utf-8")
    assert "Published: 17:40, July 26, 2021 | Updated:" in first


def test_one_dispatch_alone_has_a_quotation_mark_that_is_not_closed() -> None:
    open_ended = {
        name for name, text in dispatches().items() if text.count("“") != text.count("”") or text.count('"') % 2
    }
    assert open_ended == {"shangri-la-unclosed-quote.txt"}


@pytest.mark.parametrize(
    ("name", "weekday_and_date"),
    [
        pytest.param("kerry-beijing.txt", ("Sunday", date(2023, 7, 16)), id="Kerry arrives"),
        pytest.param("woodside-summit.md", ("Wednesday", date(2023, 11, 15)), id="Woodside"),
        pytest.param("trip-postponed-pasted.txt", ("Friday", date(2023, 2, 3)), id="trip put off"),
        pytest.param("munich-lakeshore-tribune.txt", ("Saturday", date(2023, 2, 18)), id="Munich"),
        pytest.param("qin-removed-agency.txt", ("Tuesday", date(2023, 7, 25)), id="Qin removed"),
        pytest.param("channels-suspended.html", ("Friday", date(2022, 8, 5)), id="channels suspended"),
    ],
)
def test_weekdays_fit_the_calendar(name: str, weekday_and_date: tuple[str, date]) -> None:
    weekday, day = weekday_and_date
    assert day.strftime("%A") == weekday
    assert weekday in dispatches()[name]
