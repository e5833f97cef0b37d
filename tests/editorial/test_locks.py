"""Who edits a page is said with name and time, on the page and over REST; somebody takes over."""

from kommunalhub.editorial.copies import operations as copies
from kommunalhub.editorial.locks import operations
from kommunalhub.editorial.locks import reading
from kommunalhub.editorial.locks.restapi import PageDelete
from kommunalhub.editorial.locks.restapi import PagePatch
from plone import api
from plone.locking.interfaces import ILockable
from plone.protect.authenticator import createToken

import pytest


@pytest.fixture
def draft(write):
    """A draft of Rolf that Hanna is editing."""
    made = write("Document", "Öffnungszeiten", submit=False)
    with api.env.adopt_user(username="hanna"):
        ILockable(made).lock()
    return made


def lock_for(userid, page):
    with api.env.adopt_user(username=userid):
        return reading.lock_of(page)


def test_others_read_who_it_is_and_since_when(draft, page):
    assert lock_for("hanna", draft) is None
    lock = lock_for("rolf", draft)
    assert lock.takeable and lock.said.mapping["who"] == "Hanna Hub"
    html = page("rolf", draft)
    assert "Hanna Hub" in html and "bearbeitung-uebernehmen" in html
    assert "bearbeitung-uebernehmen" not in page("hanna", draft)


def test_somebody_takes_over(portal, draft, page):
    request = portal.REQUEST
    request.method = request["REQUEST_METHOD"] = "POST"
    with api.env.adopt_user(username="rolf"):
        token = createToken()
    for _twice in range(2):
        page("rolf", draft, "bearbeitung-uebernehmen", _authenticator=token)
        assert request.response.getHeader("Location") == f"{draft.absolute_url()}/edit"
    assert lock_for("rolf", draft) is None
    assert lock_for("hanna", draft).said.mapping["who"] == "Rolf Redaktion"


def test_a_page_with_a_working_copy_is_not_taken_over(portal, write):
    made = write("Document", "Öffnungszeiten")
    with api.env.adopt_user(username="petra"):
        api.content.transition(made, "approve")
    with api.env.adopt_user(username="rolf"):
        copies.start(made)
    lock = lock_for("hanna", made)
    assert not lock.takeable and lock.said.mapping["who"] == "Rolf Redaktion"
    with api.env.adopt_user(username="hanna"):
        assert not operations.take_over(made)


@pytest.fixture
def ask(portal, draft):
    """Return a function that lets somebody ask a service: (status, answer)."""

    def ask(who, service, token=None):
        request = portal.REQUEST
        request.environ["HTTP_LOCK_TOKEN"] = token or ""
        service = service()
        service.context, service.request = draft, request
        with api.env.adopt_user(username=who):
            return service.reply(), request.response.getStatus()

    return ask


@pytest.mark.parametrize("service", [PagePatch, PageDelete])
@pytest.mark.parametrize(
    ("who", "said"),
    [("rolf", "Hanna Hub bearbeitet"), ("hanna", "Sie haben diese Seite selbst")],
)
def test_rest_says_the_same(area, draft, ask, service, who, said):
    told, status = ask(who, service)
    assert status == 423 and told["type"] == "Locked" and told["message"].startswith(said)
    assert draft.id in area.objectIds()


def test_who_sends_the_token_of_their_lock_deletes(area, draft, ask):
    [lock] = ILockable(draft).lock_info()
    assert ask("hanna", PageDelete, lock["token"])[1] == 204
    assert draft.id not in area.objectIds()
