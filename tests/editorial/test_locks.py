"""Who edits a page is said with name and time, on the page and over REST; somebody takes over."""

from kommunalhub.editorial.copies import operations as copies
from kommunalhub.editorial.locks import operations
from kommunalhub.editorial.locks import reading
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


def test_rest_says_the_same(portal, draft):
    request = portal.REQUEST
    with api.env.adopt_user(username="rolf"):
        service = PagePatch()
        service.context, service.request = draft, request
        told = service.reply()
    assert request.response.getStatus() == 423
    assert told["type"] == "Locked" and told["message"].startswith("Hanna Hub bearbeitet")
