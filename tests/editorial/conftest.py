"""The area of Malente with an editor, two reviewers, a colleague and who stands in."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.testing import BUILT_FIXTURE
from kommunalhub.testing import ContentLayer
from plone import api
from plone.app.testing import logout
from plone.dexterity.utils import createContentInContainer
from zope.annotation.interfaces import IAnnotations
from zope.interface import alsoProvides

import pytest


PASSWORD = "Kornblume, Leuchtturm, Watt 43"
PEOPLE = {
    "rolf": ("Rolf Redaktion", ["malente-staff", "malente-editors"]),
    "petra": ("Petra Prüfung", ["malente-staff", "malente-reviewers"]),
    "paul": ("Paul Prüfung", ["malente-staff", "malente-reviewers"]),
    "mia": ("Mia Mitarbeit", ["malente-staff"]),
    "lea": ("Lea Lensahn", ["lensahn-staff", "lensahn-reviewers"]),
    "hanna": ("Hanna Hub", ["hub-managers"]),
}


class PeopledLayer(ContentLayer):
    """A hub with PEOPLE: to make them takes longer than most of what they are tested with."""

    def make(self, portal):
        for userid, (name, groups) in PEOPLE.items():
            api.user.create(
                username=userid,
                email=f"{userid}@example.org",
                password=PASSWORD,
                properties={"fullname": name},
            )
            for group in groups:
                api.group.add_user(groupname=group, username=userid)


PEOPLED_FIXTURE = PeopledLayer(bases=(BUILT_FIXTURE,), name="kommunalhub:Peopled")


@pytest.fixture(scope="module")
def people_content(built_content):
    """Sections, pages and people for the tests of one module."""
    PEOPLED_FIXTURE.setUp()
    yield
    PEOPLED_FIXTURE.tearDown()


@pytest.fixture
def portal(people_content, integration):
    """The site with its sections and people, seen by nobody in particular."""
    alsoProvides(integration["request"], IKommunalhubLayer)
    logout()
    return integration["portal"]


@pytest.fixture
def area(portal):
    return portal["partner"]["malente"]


@pytest.fixture
def write(area):
    """Return a function that lets Rolf write something in the area and hand it in."""

    def write(portal_type="News Item", title="Neue Öffnungszeiten", submit=True, **fields):
        with api.env.adopt_user(username="rolf"):
            made = createContentInContainer(area, portal_type, title=title, **fields)
            if submit:
                api.content.transition(made, "submit")
        return made

    return write


@pytest.fixture
def page(portal):
    """Return a function that renders a view as somebody."""

    def page(userid, context, name=None, **form):
        request = portal.REQUEST
        IAnnotations(request).clear()  # roles and brains are kept for one request
        request.form.clear()
        request.form.update(form)
        request.response.setStatus(200)
        with api.env.adopt_user(username=userid):
            name = name or context.getLayout()
            return api.content.get_view(name, context, request)()

    return page
