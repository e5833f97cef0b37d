"""Earlier versions: who sees them, what differs, and back without touching state or audience."""

from datetime import datetime
from datetime import UTC
from kommunalhub.approvals import revisions
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from kommunalhub.editorial.versions import operations
from kommunalhub.editorial.versions import reading
from kommunalhub.editorial.versions.interfaces import NotRestorable
from kommunalhub.editorial.versions.interfaces import NoVersion
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.protect.authenticator import createToken
from zExceptions import NotFound
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


OLD, NEW = "<h2>Zeiten</h2><p>Montag 8 bis 12 Uhr</p>", "<h2>Zeiten</h2><p>Montag 8 bis 16 Uhr</p>"


def text(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")


@pytest.fixture
def page_(write):
    """A page of Rolf that Hanna has changed since; a draft, for one administration."""
    made = write("Document", "Öffnungszeiten", submit=False, text=text(OLD))
    with api.env.adopt_user(username="hanna"):
        made.text, made.title = text(NEW), "Neue Zeiten"
        made.audience_partners = ("malente",)
        notify(ObjectModifiedEvent(made))
    return made


def release(page, step):
    for who, verb in (("rolf", "submit"), ("petra", step)):
        with api.env.adopt_user(username=who):
            decide(page, verb)


def test_all_are_listed_with_who_when_and_why(page_):
    with api.env.adopt_user(username="rolf"):
        versions = reading.versions_of(page_)
    assert [(one.number, one.name, one.why) for one in versions] == [
        (1, "Hanna Hub", ""),
        (0, "Rolf Redaktion", ""),
    ]


@pytest.mark.parametrize(
    ("who", "sees"), [("rolf", True), ("hanna", True), ("mia", False), ("lea", False)]
)
def test_only_who_writes_or_checks_the_page_sees_them(page_, page, who, sees):
    release(page_, "approve")
    with api.env.adopt_user(username=who):
        assert reading.may_see(page_) is sees
    if not sees:
        with pytest.raises(NotFound):
            page(who, page_, "fassungen")


def test_two_are_compared_in_line_or_side_by_side(page_, page):
    html = page("rolf", page_, "fassungen")
    assert "Rolf Redaktion" in html and "Hanna Hub" in html and "fassung-wiederherstellen" in html
    html = page("rolf", page_, "fassungen-vergleichen", **{"from": "0", "to": "1"})
    assert "<del" in html and "12" in html and "Öffnungszeiten" in html
    beside = page("rolf", page_, "fassungen-vergleichen", look="beside", **{"from": "1", "to": "0"})
    assert "Bisher" in beside and "16" in beside
    assert "Beide sagen dasselbe" in page("rolf", page_, "fassungen-vergleichen", **{"from": "1"})
    for wrong in ("9", "-1", "x", "9" * 30):
        with pytest.raises(NotFound):
            page("rolf", page_, "fassungen-vergleichen", **{"from": wrong})


def test_versions_of_one_minute_are_told_apart(page_, page, monkeypatch):
    for second in (7, 31):
        moment = datetime(2035, 5, 4, 8, 15, second, tzinfo=UTC)
        monkeypatch.setattr(formatting, "now", lambda moment=moment: moment)
        with api.env.adopt_user(username="rolf"):
            page_.title = f"Stand {second}"
            notify(ObjectModifiedEvent(page_))
    html = page("rolf", page_, "fassungen")
    day = "4. Mai 2035, 10:15"
    assert f"{day}:07</time>" in html and f"{day}:31</time>" in html
    assert f": {day}:07</span>" in html  # the button that brings it back
    assert f"{day}<" not in html


def test_back_is_a_new_version_that_leaves_state_and_audience(portal, page_, page):
    release(page_, "approve")
    request = portal.REQUEST
    request.method = request["REQUEST_METHOD"] = "POST"
    with api.env.adopt_user(username="rolf"):
        token = createToken()
    page("rolf", page_, "fassung-wiederherstellen", number="0", _authenticator=token)
    assert (page_.text.raw, page_.title) == (OLD, "Öffnungszeiten")
    assert page_.audience_partners == ("malente",)
    assert api.content.get_state(page_) == "internal"
    entry = IJournal(page_).last("edited")
    assert (entry["actor"], sorted(entry["fields"])) == ("rolf", ["text", "title"])
    assert page_.last_editor == "rolf"
    with api.env.adopt_user(username="rolf"):
        newest = reading.versions_of(page_)[0]
    assert (newest.number, newest.name) == (2, "Rolf Redaktion")
    assert newest.why.startswith("Fassung vom ") and newest.why.endswith("wiederhergestellt")


def test_of_a_public_page_it_goes_into_a_working_copy(page_):
    page_.audience_partners = ()
    release(page_, "publish")
    with api.env.adopt_user(username="rolf"):
        copy = operations.restore(page_, 0)
    assert revisions.original_of(copy) == page_
    assert (page_.text.raw, copy.text.raw) == (NEW, OLD)


def test_not_for_others_and_not_what_never_was(page_):
    with api.env.adopt_user(username="rolf"), pytest.raises(NoVersion):
        operations.restore(page_, 7)
    release(page_, "approve")
    with api.env.adopt_user(username="petra"), pytest.raises(NotRestorable):
        operations.restore(page_, 0)
