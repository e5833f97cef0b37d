"""A new offer becomes part of a site without a change outside of its folder and its profile."""

from bikeboxes.layer import Layer
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.processes import case_types
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.offers import IOffer
from kommunalhub.core.offers import offers
from kommunalhub.core.offers import PLACES
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.partners.rolecache import forget_roles
from kommunalhub.search.browser.hits import Hits
from kommunalhub.search.interfaces import IFacet
from kommunalhub.security.rights import rolemap
from kommunalhub.security.rights import rules
from kommunalhub.site import structure
from kommunalhub.site.demo.clock import Calendar
from kommunalhub.site.demo.stage import Stage
from kommunalhub.testing import FIXTURE
from pathlib import Path
from plone import api
from plone.app.testing import logout
from zope.component import getUtility
from zope.component import queryMultiAdapter
from zope.interface import alsoProvides

import kommunalhub
import pytest
import re


SOURCE = Path(kommunalhub.__file__).parent
SECTION = "fahrradboxen"


LAYER = Layer(bases=(FIXTURE,), name="bikeboxes:Layer")


@pytest.fixture(scope="module")
def offered(integration_session):
    """The offer for the tests of this module; it is gone afterwards."""
    LAYER.setUp()
    yield
    LAYER.tearDown()


@pytest.fixture
def portal(offered, integration):
    alsoProvides(integration["request"], IKommunalhubLayer)
    logout()
    return integration["portal"]


@pytest.fixture
def stage(portal):
    return Stage(portal, Calendar(formatting.now()))


@pytest.fixture
def box(portal, stage):
    """The request that the offer's demo makes, submitted."""
    with as_builder(portal):
        (line,) = getUtility(IOffer, name="bikeboxes").demo(stage)
    assert line == "1 Anträge auf Fahrradboxen"
    return portal[SECTION].objectValues()[0]


def shown(portal, name):
    forget_roles()
    return queryMultiAdapter((portal, portal.REQUEST), name=name)()


def test_it_stands_among_the_others(portal):
    assert [type(offer).__name__ for offer in offers()] == [
        *("Agenda", "Funding", "Workshops", "Materials", "Handouts", "Coworking", "Booking"),
        *("Support", "BikeBoxes", "Showroom", "Projects", "Network", "Editorial"),
    ]
    assert all(set(offer.places) <= set(PLACES) for offer in offers())
    assert "BikeBoxRequest" in case_types()


def test_it_has_its_section_once(portal):
    folder = portal[SECTION]
    assert api.content.get_state(folder) == "public"
    with as_builder(portal):
        structure.build(portal)
    assert portal.objectIds().count(SECTION) == 1


def test_it_has_a_door_and_says_what_it_does(portal):
    html = shown(portal, "hub-home")
    assert "<h2>Fahrradboxen</h2>" in html
    assert "Ein trockener Platz für Ihr Rad." in html
    doors = re.findall(r'<article class="card door".*?</article>', html, re.S)
    assert "Fahrradboxen" in doors[-1]


def test_whoever_may_can_ask_for_it(portal):
    with api.env.adopt_user(username="malente-mitarbeit"):
        html = shown(portal, "mein-hub")
        assert "Fahrradbox beantragen" in html
        portal.REQUEST.response.redirect("about:blank")
        shown(portal, "fahrradbox")
        assert portal.REQUEST.response.getHeader("Location").endswith(
            f"/{SECTION}/++add++BikeBoxRequest"
        )


def test_a_request_is_a_case_like_any_other(portal, box):
    assert re.fullmatch(r"B-\d{4}-001", box.case_number)
    assert [entry["kind"] for entry in IJournal(box)][:2] == ["created", "transition"]
    with api.env.adopt_user(username="malente-pruefung"):
        html = shown(portal, "inbox")
        assert "Mein Rad rostet" in html
        assert "Antrag auf eine Fahrradbox" in html
        page = shown(box, "view")
        assert "Lastenrad" not in page
        assert "Fahrrad" in page
    with api.env.adopt_user(username="lensahn-pruefung"):
        assert "Mein Rad rostet" not in shown(portal, "inbox")


def test_it_is_found_and_filtered(portal, box):
    facet = getUtility(IFacet, name="fahrrad")
    assert facet.title_of("cargo") == "bike_kinds_cargo"
    with api.env.adopt_user(username="malente-pruefung"):
        (brain,) = portal.portal_catalog(portal_type="BikeBoxRequest", bike_kind="bike")
        hit = Hits().shown(brain)
    assert [topic.default for topic in hit["topics"]] == ["Fahrrad"]
    released = getUtility(IFacet, name="freigegeben")
    assert "approved" in released.groups[released.CHOICE]


def test_it_says_itself_who_may_what(portal):
    assert [str(deviation) for deviation in rolemap.compare(portal)] == []
    assert {"bike_box_workflow"} == set(rules.state_grants([bikeboxes_rights()]))
    portal.portal_workflow.bike_box_workflow.states.draft.setPermission("View", 0, ["Member"])
    assert "bike_box_workflow/draft: Member holds, and no line says why: View" in [
        str(deviation) for deviation in rolemap.compare(portal)
    ]


def bikeboxes_rights():
    return getUtility(IOffer, name="bikeboxes").rights


def test_nobody_else_names_an_offer():
    """What reads offers knows none of them: only domains are named, by themselves."""
    words = re.compile(
        r"kommunalhub\.(funding|materials|coworking)\b|FundingProgramme|FundingConsultation"
        r"|WorkshopMaterial|CoworkingApplication|foerderung/|\bmaterialien\b|co-working/"
    )
    readers = [*SOURCE.glob("site/**/*"), *SOURCE.glob("search/**/*"), *SOURCE.glob("notices/**/*")]
    named = [
        f"{path.relative_to(SOURCE)}: {found.group()}"
        for path in readers
        if path.suffix in (".py", ".zcml", ".pt")
        and (found := words.search(path.read_text("utf-8")))
    ]
    assert named == []
