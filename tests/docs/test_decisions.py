"""Decisions have one layout, and the list of them is whole."""

from pathlib import Path

import pytest
import re


FOLDER = Path(__file__).parents[2] / "docs" / "decisions"
PAGES = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
STATUS = r"(?P<status>Accepted|Replaced by \[.+\]\(.+\.md\)), (?P<date>\d{4}-\d\d-\d\d)\."
HEAD = re.compile(rf"# (?P<title>.+)\n\n{STATUS}\n\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_the_layout(page):
    text = page.read_text(encoding="utf-8")
    assert HEAD.match(text)
    assert text.count("**Decision.**") == 1


def test_the_list_has_every_page_as_it_is():
    wanted = []
    for page in PAGES:
        head = HEAD.match(page.read_text(encoding="utf-8"))
        status = head["status"].split()[0].lower()
        wanted.append(f"| [{head['title']}]({page.name}) | {status} | {head['date']} |")
    rows = (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
    assert [row for row in rows if row.startswith("| [")] == wanted
