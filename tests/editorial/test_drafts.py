"""What was typed and not saved is kept for that person alone, bounded, and gone with saving."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.editorial.drafts import operations
from kommunalhub.editorial.drafts import rules
from kommunalhub.editorial.drafts import storage
from kommunalhub.editorial.drafts.browser import DraftViewlet
from kommunalhub.editorial.writing.meanwhile.form import PageEditView
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.protect.authenticator import createToken
from zExceptions import BadRequest
from zExceptions import Forbidden
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import json
import pytest


TYPED = [["form.widgets.IDublinCore.title", "Neue Zeiten"]]


@pytest.fixture
def draft(write):
    return write("Document", "Öffnungszeiten", submit=False)


@pytest.fixture
def send(portal, page):
    """Return a function that sends what somebody has typed."""

    def send(who, context, name="entwurf", **fields):
        request = portal.REQUEST
        request.method = request["REQUEST_METHOD"] = "POST"
        with api.env.adopt_user(username=who):
            token = createToken()
        page(who, context, name, _authenticator=token, **fields)
        return request.response.getStatus()

    return send


def typed(value=TYPED):
    return {"form": "edit", "title": "Öffnungszeiten", "entries": json.dumps(value)}


def kept(userid, context, form="edit"):
    with api.env.adopt_user(username=userid):
        return operations.draft_of(context, form)


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", '[["a"]]', '[["a", 1]]', '[["", "b"]]', "[" * 100_000, "x" * 300_000],
)
def test_only_what_a_form_sends_is_kept(text):
    with pytest.raises(rules.NotKept):
        rules.read_entries(text)


def test_it_is_kept_for_who_typed_it_alone(portal, draft, send):
    assert send("rolf", draft, **typed()) == 204
    assert kept("rolf", draft)["entries"] == (tuple(TYPED[0]),)
    assert kept("hanna", draft) is None
    assert draft.title == "Öffnungszeiten"


def test_it_stands_above_the_form(portal, draft, send):
    send("rolf", draft, **typed())
    with api.env.adopt_user(username="rolf"):
        html = DraftViewlet(
            draft, portal.REQUEST, PageEditView(draft, portal.REQUEST), None
        ).render()
    assert "Neue Zeiten" in html and 'data-person="rolf"' in html and "draft.js" in html


@pytest.mark.parametrize("wrong", [{"entries": "x"}, {"form": "x"}, {"entries": "x" * 300_000}])
def test_what_is_wrong_or_too_much_is_refused(draft, send, wrong):
    with pytest.raises(BadRequest):
        send("rolf", draft, **{**typed(), **wrong})
    assert kept("rolf", draft) is None


def test_who_cannot_save_the_form_keeps_nothing(area, draft, send):
    with pytest.raises(Forbidden):
        send("petra", draft, **typed())
    with pytest.raises(Forbidden):
        send("mia", area, **{**typed(), "form": "++add++Document"})


def test_the_oldest_gives_way(portal, area, draft, send, monkeypatch):
    now = formatting.now()
    for number in range(rules.MOST + 3):
        monkeypatch.setattr(formatting, "now", lambda n=number: now + timedelta(minutes=n))
        send("rolf", area, **{**typed(), "form": f"++add++Document{number}"})
    assert len(storage.own_of(portal, "rolf")) == rules.MOST
    assert kept("rolf", area, "++add++Document0") is None


def test_saving_ends_it(area, draft, send):
    send("rolf", draft, **typed())
    send("rolf", area, **{**typed(), "form": "++add++Document"})
    with api.env.adopt_user(username="rolf"):
        notify(ObjectModifiedEvent(draft))
        assert operations.draft_of(draft, "edit") is None
        createContentInContainer(area, "Document", title="Neu")
        assert operations.draft_of(area, "++add++Document") is None


def test_so_does_time(portal, draft, send, monkeypatch):
    send("rolf", draft, **typed())
    job, later = getUtility(IJob, "drafts"), formatting.now() + rules.KEPT
    with as_system(portal):
        assert job.due(formatting.now()) == []
        [key] = job.due(later)
        for _twice in range(2):
            job.do(key, later)
    assert not storage.own_of(portal, "rolf")


def test_and_the_account(portal, draft, send):
    send("rolf", draft, **typed())
    with as_builder(portal):
        api.user.delete(username="rolf")
    assert not storage.own_of(portal, "rolf")


def test_ones_own_are_listed_copied_and_let_go(portal, draft, page, send):
    send("rolf", draft, **typed())
    portal.REQUEST.method = portal.REQUEST["REQUEST_METHOD"] = "GET"
    html = page("rolf", portal, "meine-entwuerfe")
    assert "Öffnungszeiten" in html and f'{draft.absolute_url()}/edit"' in html
    [told] = json.loads(page("rolf", portal, "meine-entwuerfe.json"))
    assert told["entries"] == TYPED
    assert json.loads(page("hanna", portal, "meine-entwuerfe.json")) == []
    [key] = storage.own_of(portal, "rolf")
    send("rolf", portal, "meine-entwuerfe", draft=key)
    assert kept("rolf", draft) is None
