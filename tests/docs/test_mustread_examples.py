"""A page that has to be confirmed over REST; see test_http_examples.py."""

from datetime import date
from datetime import datetime
from docs.test_http_examples import PASSWORD
from docs.test_http_examples import walk  # noqa: F401
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from people import forget_answers
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import requests
import transaction


TEXT = "<h2>Wie</h2><p>Mit einem Kennwort.</p>"
CHANGED = "<h2>Wie</h2><p>Mit einem Kennwort und einem Schlüssel.</p>"


@pytest.fixture
def ask(walk, monkeypatch):  # noqa: F811
    """The walk, in a time that stands still."""
    walk.keeps_times = True
    now = datetime(2026, 11, 30, 11, 14, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    return walk


def rich(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")


def released():
    """Return a page of Malente that has to be confirmed, committed."""
    transaction.begin()
    api.user.create(
        username="malente-mitarbeit",
        email="malente-mitarbeit@example.org",
        password=PASSWORD,
        properties={"fullname": "Malente Mitarbeit"},
    )
    api.group.add_user(groupname="malente-staff", username="malente-mitarbeit")
    area = api.portal.get()["partner"]["malente"]
    fields = {"text": rich(TEXT), "must_read": True, "must_read_due": date(2026, 12, 4)}
    with api.env.adopt_user(username="malente-redaktion"):
        made = createContentInContainer(
            area, "Document", title="Fernzugriff", audience_partners=("malente",), **fields
        )
        decide(made, "submit")
    with api.env.adopt_user(username="malente-pruefung"):
        decide(made, "approve")
    transaction.commit()
    return made


def change(page):
    forget_answers()
    with api.env.adopt_user(username="malente-redaktion"):
        page.text, page.must_read_essential = rich(CHANGED), True
        notify(ObjectModifiedEvent(page))
    transaction.commit()


def test_a_page_is_confirmed_over_rest(ask):
    page = released()
    path = f"/partner/malente/{page.getId()}/@acknowledgement"
    seen = ask("acknowledgement", "malente-mitarbeit", "GET", path).json()
    assert seen["required"] and seen["confirmed"] is None and "people" not in seen
    own = {"version": seen["version"]}
    done = ask("acknowledgement_confirm", "malente-mitarbeit", "POST", path, own)
    assert done.json()["confirmed"]
    change(page)
    late = ask("acknowledgement_old", "malente-mitarbeit", "POST", path, own)
    assert late.status_code == 409
    anew = ask("acknowledgement_changed", "malente-mitarbeit", "GET", path).json()
    assert [one["heading"] for one in anew["changes"]] == ["Wie"]
    assert ask("acknowledgement_others", "lensahn-mitarbeit", "GET", path).status_code == 404
    office = ask("acknowledgement_office", "malente-redaktion", "GET", path)
    assert office.json()["people"]
    for wrong in ({"version": 7}, {"version": ["x"]}, {"version": None}, []):
        answer = requests.post(
            office.request.url,
            json=wrong,
            auth=("malente-mitarbeit", PASSWORD),
            headers={"Accept": "application/json"},
        )
        assert answer.status_code in (400, 409)
    assert ask.differing == []
