"""A page on earlier days, through its page and over REST's own function; by whom it was read."""

from datetime import datetime
from kommunalhub.core import formatting
from kommunalhub.editorial.asof import operations
from lxml import html
from plone import api
from plone.app.textfield.value import RichTextValue
from types import SimpleNamespace
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


@pytest.fixture
def travel(monkeypatch):
    """Return a function that sets the clock of the hub to ten o'clock of a day in March 2026."""

    def travel(day):
        moment = datetime(2026, 3, day, 10, 0, tzinfo=formatting.BERLIN)
        monkeypatch.setattr(formatting, "now", lambda: moment)

    return travel


@pytest.fixture
def lived(write, travel):
    """A page: handed in, public, changed, internal, changed, public again."""
    travel(1)
    page = write("Document", title="Öffnungszeiten", text=text("bis 12 Uhr"))
    for day, act in (
        (2, "publish"),
        (5, "bis 13 Uhr"),
        (7, "approve"),
        (9, "bis 14 Uhr"),
        (11, "publish"),
    ):
        travel(day)
        if act.startswith("bis"):
            with api.env.adopt_user(username="rolf"):
                page.text = text(act)
                notify(ObjectModifiedEvent(page))
        else:
            with api.env.adopt_user(username="petra"):
                api.content.transition(page, act)
    travel(20)
    return page


def text(words):
    return RichTextValue(f"<p>Geöffnet {words}</p>", "text/html", "text/x-html-safe")


def told(page, day):
    request = api.portal.get().REQUEST
    IAnnotations(request).clear()
    request.form.clear()
    request.response.setStatus(200)
    request.form["date"] = day
    answer = api.content.get_view("stand-am", page, request)()
    return html.fromstring(answer)


def test_visitors_read_what_was_public_and_colleagues_what_was_internal(lived):
    def article(day):
        return " ".join(one.text_content() for one in told(lived, day).cssselect("article"))

    assert article("2026-03-01") == ""
    assert "bis 12 Uhr" in article("2026-03-02")
    assert "bis 12 Uhr" in article("2026-03-04")
    assert "bis 13 Uhr" in article("2026-03-05")
    assert article("2026-03-08") == article("2026-03-10") == ""
    assert "bis 14 Uhr" in article("2026-03-11")
    with api.env.adopt_user(username="mia"):
        assert "bis 13 Uhr" in article("2026-03-08")
        assert "bis 14 Uhr" in article("2026-03-10")
        assert article("2026-03-01") == ""
    assert "nichts freigegeben" in told(lived, "2026-03-01").text_content()


@pytest.mark.parametrize("day", ["", "morgen", "2026-03-21", "1899-01-01", ["2026-03-02"]])
def test_what_is_no_day_is_told_at_the_field(lived, day):
    tree = told(lived, day)
    assert lived.REQUEST.response.getStatus() == 400
    field = tree.get_element_by_id("date")
    assert field.get("aria-invalid") == "true"
    assert tree.get_element_by_id(field.get("aria-describedby")).text_content()
    assert tree.cssselect("article") == []


def test_what_was_for_a_narrow_audience_is_not_given_to_a_wider_one(lived, monkeypatch):
    narrow = SimpleNamespace(is_narrow=True)
    wide = SimpleNamespace(is_narrow=False)
    day = datetime(2026, 3, 5).date()
    monkeypatch.setattr(operations, "audience_of", lambda obj: wide if obj is lived else narrow)
    with api.env.adopt_user(username="mia"):
        assert operations.as_of(lived, day) is None
    with api.env.adopt_user(username="rolf"):
        assert operations.as_of(lived, day) is not None
