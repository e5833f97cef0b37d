"""An exhibit over REST, from the draft to the list; see test_http_examples.py."""

from datetime import datetime
from docs.test_http_examples import walk  # noqa: F401
from kommunalhub.core import formatting

import pytest


EXHIBIT = {
    "@type": "Exhibit",
    "title": "Die Kornmühle",
    "description": "Ein Mahlwerk von nahem.",
    "kind": "gallery",
    "topics": ["crafts"],
    "languages": ["de"],
}
PICTURE = {"@type": "ExhibitPicture", "title": "Das Mahlwerk", "image": {"data": "eA=="}}


@pytest.fixture
def ask(walk, monkeypatch):  # noqa: F811
    """The walk, in a time that stands still."""
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 11, 14, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    return walk


def test_an_exhibit_over_rest(ask):
    editor, reviewer = "malente-redaktion", "malente-pruefung"
    made = ask("exhibit", editor, "POST", "/showroom", EXHIBIT)
    assert made.status_code == 201
    exhibit = made.json()["@id"]
    gaps = ask("exhibit_gaps", editor, "GET", f"{exhibit}/@gaps").json()
    assert not gaps["publishable"]
    refused = ask("exhibit_picture_wrong", editor, "POST", exhibit, PICTURE)
    assert refused.status_code == 400
    ask("exhibit_submit", editor, "POST", f"{exhibit}/@workflow/submit")
    kept = ask("exhibit_publish_refused", reviewer, "POST", f"{exhibit}/@workflow/publish")
    assert kept.status_code == 403
    found = ask("exhibits", reviewer, "GET", "/showroom/@exhibits?topic=crafts").json()
    assert [one["title"] for one in found["items"]] == ["Die Kornmühle"]
    wrong = ask("exhibits_wrong", reviewer, "GET", "/showroom/@exhibits?kind=x")
    assert wrong.status_code == 400
    assert ask.differing == []
