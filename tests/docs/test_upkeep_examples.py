"""A page that somebody looks after over REST; see test_http_examples.py."""

from datetime import datetime
from datetime import UTC
from docs.test_http_examples import PASSWORD
from docs.test_http_examples import walk  # noqa: F401
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer

import pytest
import requests
import transaction


PAGE = "/partner/malente/personalausweis"
SAID = {"text": "Es sind 37 Euro.", "place": "text-gebuehren", "email": "bea@example.org"}


@pytest.fixture
def ask(walk, monkeypatch):  # noqa: F811
    """The walk, in a time that stands still, with a page that is released."""
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 10, 14, tzinfo=UTC)
    monkeypatch.setattr(formatting, "now", lambda: now)
    transaction.begin()
    text = RichTextValue("<h2>Gebühren</h2><p>22 Euro</p>", "text/html", "text/x-html-safe")
    with as_builder(api.portal.get()):
        area = api.portal.get()["partner"]["malente"]
        page = createContentInContainer(area, "Document", title="Personalausweis", text=text)
        api.content.transition(page, to_state="internal")
    transaction.commit()
    return walk


def test_the_upkeep_of_a_page_over_rest(ask):
    said = ask("feedback", "lensahn-mitarbeit", "POST", f"{PAGE}/@feedback", SAID)
    assert said.status_code == 201
    wrong = ask("feedback_wrong", "lensahn-mitarbeit", "POST", f"{PAGE}/@feedback", {"text": ""})
    assert wrong.status_code == 400
    assert wrong.json()["errors"][0]["field"] == "text"
    refused = ask("feedback_refused", "lensahn-mitarbeit", "GET", f"{PAGE}/@feedback")
    assert refused.status_code == 403
    found = ask("feedback_read", "malente-redaktion", "GET", f"{PAGE}/@feedback").json()
    done = {"id": found["items"][0]["id"], "word": "Danke, jetzt steht es richtig da."}
    answered = ask("feedback_done", "malente-redaktion", "PATCH", f"{PAGE}/@feedback", done)
    assert answered.json()["items"][0]["state"] == "done"
    assert ask("review", "malente-redaktion", "GET", f"{PAGE}/@review").json()["may_review"]
    keep = {"action": "keep"}
    kept = ask("review_keep", "malente-redaktion", "POST", f"{PAGE}/@review", keep)
    assert kept.json()["checked_on"] == "2026-11-12"
    other = ask("review_refused", "lensahn-mitarbeit", "POST", f"{PAGE}/@review", keep)
    assert other.status_code == 403
    other = {"responsible": "lensahn-editors"}
    foreign = ask("responsible_wrong", "malente-redaktion", "PATCH", PAGE, other)
    assert foreign.status_code == 400
    new = {"responsible": "hub-trainers", "review_months": 6}
    assert ask("responsible", "malente-redaktion", "PATCH", PAGE, new).status_code == 204
    assert ask("review_after", "malente-redaktion", "GET", f"{PAGE}/@review").json()["months"] == 6
    area = ask("area_health", "malente-redaktion", "GET", "/partner/malente/@area-health")
    assert area.json()["partner"] == "malente"
    assert ask.differing == []


def test_ones_own_page_over_rest(ask):
    blocks = {"main": {"order": ["submitted", "waiting"], "hidden": ["first-day"]}}
    links = [{"title": "Kalender", "address": "/kalender"}]
    sent = {"blocks": blocks, "links": links, "ticked": ["inbox"]}
    mine = ask("my_hub", "lensahn-mitarbeit", "PATCH", "/@my-hub", sent).json()
    assert mine["links"] == links
    assert [block["name"] for block in mine["blocks"]["main"]][:2] == ["first-day", "submitted"]
    assert [step["id"] for step in mine["first_day"] if step["done"]] == ["inbox"]
    script = {"links": [{"title": "x", "address": "javascript:x"}]}
    assert ask("my_hub_wrong", "lensahn-mitarbeit", "PATCH", "/@my-hub", script).status_code == 400
    for wrong in (
        {"blocks": {"main": {"order": ["nothing"]}}},
        {"blocks": 3},
        {"blocks": {"main": {"hidden": 3}}},
        {"links": [{"title": "x"}]},
        {"ticked": [3]},
    ):
        auth, headers = ("lensahn-mitarbeit", PASSWORD), {"Accept": "application/json"}
        answer = requests.patch(mine["@id"], json=wrong, auth=auth, headers=headers)
        assert answer.status_code == 400, wrong
    assert ask.differing == []
