"""A site with its sections, and people to look at it."""

from kommunalhub.core.acting import as_builder
from kommunalhub.core.reading import KEPT
from kommunalhub.core.reading import remember
from kommunalhub.interfaces import IKommunalhubLayer
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.ramcache.interfaces.ram import IRAMCache

import pytest


@pytest.fixture
def portal(built):
    """The site with its sections, seen by nobody in particular."""
    alsoProvides(built["request"], IKommunalhubLayer)
    logout()
    return built["portal"]


@pytest.fixture
def office(portal):
    """Return a context in which every guard of a workflow lets pass (adopted roles would not)."""

    def office():
        return as_builder(portal)

    return office


@pytest.fixture
def person(portal, office):
    """Return a function that makes a person in some groups and signs them in."""

    def person(user_id, *groups, fullname=""):
        with office():
            api.user.create(
                username=user_id,
                email=f"{user_id}@example.org",
                password="Kornblume, Leuchtturm, Watt 43",
                properties={"fullname": fullname},
            )
            for group in groups:
                api.group.add_user(groupname=group, username=user_id)
        login(portal, user_id)

    return person


@pytest.fixture
def reading(portal):
    """Return a function after which a new request begins that only reads."""
    request = portal.REQUEST

    def reading():
        IAnnotations(request).clear()
        vars(request).pop(KEPT, None)
        remember(request)
        assert KEPT in vars(request)

    getUtility(IRAMCache).invalidateAll()
    reading()
    yield reading
    vars(request).pop(KEPT, None)
    getUtility(IRAMCache).invalidateAll()


@pytest.fixture
def page(portal):
    """Return a function that renders a view of a context (default: the site)."""

    def page(name, context=None, **form):
        request = portal.REQUEST
        IAnnotations(request).clear()  # roles and brains are kept for one request
        request.form.clear()
        request.form.update(form)
        return api.content.get_view(name, portal if context is None else context, request)()

    return page
