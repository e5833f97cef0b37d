"""Every link of a page leads somewhere, and every page is found from the index."""

from pathlib import Path
from urllib.parse import unquote

import pytest
import re


TOP = Path(__file__).parents[2]
DOCS = TOP / "docs"
PAGES = sorted([*TOP.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\(([^()\s]+)\)")
CODE = re.compile(r"^```.*?^```|^    .*?$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
ELSEWHERE = ("http://", "https://", "mailto:")


def links(page):
    """Return [(page or file, anchor)] of the links of a page that stay in the repository."""
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    found = [link for link in LINK.findall(text) if not link.startswith(ELSEWHERE)]
    parts = [unquote(link).partition("#") for link in found]
    return [((page.parent / path).resolve() if path else page, anchor) for path, _, anchor in parts]


def anchors(page):
    """Return the anchors of a page's headings, as forges make them.

    Lower case without marks, blanks as hyphens; a number behind the second of the same.
    """
    found = []
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.M)
    for title in re.findall(r"^#+ (.*)$", text, re.MULTILINE):
        title = re.sub(r"\]\([^)]*\)", "", title)
        plain = re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")
        count = sum(one == plain for one in found)
        found.append(f"{plain}-{count}" if count else plain)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TOP)))
def test_links_lead_somewhere(page):
    broken = [
        f"{path}#{anchor}"
        for path, anchor in links(page)
        if not path.exists() or (anchor and path.suffix == ".md" and anchor not in anchors(path))
    ]
    assert broken == []


def test_every_page_is_found_from_the_index():
    seen, ahead = set(), [DOCS / "README.md"]
    while ahead:
        page = ahead.pop()
        if page not in seen:
            seen.add(page)
            ahead += [path for path, _ in links(page) if path.suffix == ".md" and path.exists()]
    lost = sorted(str(page.relative_to(TOP)) for page in set(DOCS.rglob("*.md")) - seen)
    assert lost == []


def test_the_index_of_a_folder_is_named_not_the_folder():
    """A link to a folder opens a list of files on some forges, and nothing elsewhere."""
    index = [str(path.relative_to(TOP)) for path, _ in links(DOCS / "README.md") if path.is_dir()]
    assert index == []


def test_anchors_are_made_as_forges_make_them(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# How *much*: `x-y` [in](a.md)?\n\n## Größe\n\n## Größe\n")
    assert anchors(page) == ["how-much-x-y-in", "größe", "größe-1"]
    page.write_text("[a](b.md#c) ![d](e.png) [f](#g) [h](https://i)\n\n    [no](link.md)\n")
    assert links(page) == [(tmp_path / "b.md", "c"), (tmp_path / "e.png", ""), (page, "g")]
