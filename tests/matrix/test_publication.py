"""Whatever is registered, nothing of a hidden object is published: all names, every way to ask.

The names come from the registrations themselves (views, REST services, namespaces, skins, methods
of the classes), so an add-on that brings a view brings it into this walk.
"""

from Acquisition import aq_base
from matrix.table import promises
from matrix.walk import session_of
from matrix.words import WORD
from plone.browserlayer.utils import registered_layers
from plone.rest.interfaces import IAPIRequest
from zope.interface import providedBy
from zope.publisher.interfaces.browser import IBrowserRequest
from zope.publisher.interfaces.browser import IDefaultBrowserLayer
from zope.traversing.interfaces import ITraversable

import pytest
import re
import registrations


#: What a request bears besides the layers of add-ons.
MARKS = (IBrowserRequest, IDefaultBrowserLayer, IAPIRequest)
STRANGERS = ("anonymous", "applicant")
MISSING = "gibt-es-nicht"
#: How one may ask: method and headers. Pages are left to TELLING: each costs ten short answers.
SHORT = (("GET", {}), ("POST", {}))
JSON = {"Accept": "application/json", "Content-Type": "application/json"}
SERVICES = (("GET", JSON), ("POST", JSON), ("PATCH", JSON), ("DELETE", JSON))
ALL_WAYS = (
    *SHORT,
    *SERVICES,
    *(("HEAD", {}), ("OPTIONS", {}), ("PROPFIND", {"Depth": "1"}), ("PUT", {}), ("COPY", {})),
    ("OPTIONS", {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}),
    ("GET", {"Accept": "text/html"}),
)
#: What told of any object before; the first four are asked of every state.
TELLING = (
    *("", "view", "@@plone_context_state/object_title", "@types"),
    *(
        "edit",
        "@@uuid",
        "@@title",
        "@@main_template",
        "@@hub-frame",
        "@@breadcrumbs_view/breadcrumbs",
    ),
    *("@@images", "++api++/@workflow", "++view++view", "++add++File", "++widget++title"),
    *("getPhysicalPath", "@journal", "@history", "materialien", "@@download/file", "gibt-es-nicht"),
)


def published_names(obj):
    """Return every name that may be published on the object, from the registrations."""
    provided = set(providedBy(obj).__iro__)
    layers = {layer for mark in (*MARKS, *registered_layers()) for layer in mark.__iro__}
    names = set()
    for registration in registrations.adapters():
        required, name = registration.required, registration.name
        if len(required) != 2 or not name or required[0] not in provided:
            continue
        service = re.fullmatch(r"[A-Z]+_[a-z]+_[a-z+]+_(@.*)", name)
        if registration.provided is ITraversable:
            names |= {f"++{name}++", f"++{name}++title"}
        elif service:
            names.add(service[1])
        elif required[1] in layers:
            names.add(f"@@{name}")
    skins = obj.portal_skins
    for path in dict(skins.getSkinPaths())[skins.getDefaultSkin()].split(","):
        folder = skins.unrestrictedTraverse(path.strip().split("/"), None)
        names.update(folder.objectIds() if folder is not None else ())
    names.update(name for kind in type(aq_base(obj)).__mro__ for name in vars(kind))
    return {name for name in names if "/" not in name and not name.startswith("_")}


def addresses_of(obj, base, below):
    """Return the addresses of an object and of what is in it."""
    address = base + obj.absolute_url()[below:]
    children = obj.objectIds() if hasattr(obj, "objectIds") else ()
    return [address, *(f"{address}/{child}" for child in children)]


def secrets_of(obj):
    """Return what would tell of an object."""
    words = {WORD, obj.UID(), obj.Title()}
    words.add(getattr(obj, "case_number", None))
    return {word for word in words if word}


def ask(session, way, address):
    method, headers = way
    return session.request(
        method, address, headers={"Accept": "*/*", **headers}, allow_redirects=False
    )


def wrong_in(answer, status, secrets):
    """Return what is wrong with the answer for an object that is hidden, or None."""
    if answer.status_code != status:
        return f"{answer.status_code} instead of {status}"
    text = "".join([answer.text, *answer.headers.values()])
    found = [word for word in secrets if word in text]
    return f"tells {found}" if found else None


def walk(person, ways, addresses, missing, names, secrets):
    """Yield a line for each answer that tells one person of what is hidden."""
    session = session_of(person)
    for way in ways:
        expected = {}
        for name in names:
            # whoever names the REST API may ask by more methods than a browser
            rest = "++api++" in name
            if rest not in expected:
                like = f"{missing}/{name}" if rest else missing
                expected[rest] = ask(session, way, like).status_code
            for address in (f"{address}/{name}" for address in addresses):
                wrong = wrong_in(ask(session, way, address), expected[rest], secrets)
                if wrong:
                    yield f"{person}: {way[0]} {way[1].get('Accept', '')} {address}: {wrong}"


@pytest.fixture(scope="module")
def walked():
    """Names that have been walked on an object of another type."""
    return set()


@pytest.mark.parametrize("portal_type", promises())
def test_nothing_of_a_hidden_object_is_published(functional, stage, portal_type, walked):
    table = promises()[portal_type].rows
    made = stage(portal_type, table)
    first = "draft" if "draft" in table else next(iter(table))
    base = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    below = len(functional["portal"].absolute_url())
    wrong = []
    for state, obj in made.items():
        addresses = addresses_of(obj, base, below)
        missing = f"{addresses[0].rsplit('/', 1)[0]}/{MISSING}"
        asked = (TELLING, ALL_WAYS) if state == first else (TELLING[:4], SHORT)
        for person in STRANGERS:
            if person not in table[state].sees:
                wrong += walk(person, asked[1], addresses, missing, asked[0], secrets_of(obj))
    names = published_names(made[first]) - walked
    walked |= names
    draft, *attachments = addresses_of(made[first], base, below)
    missing = f"{draft.rsplit('/', 1)[0]}/{MISSING}"
    secrets = secrets_of(made[first])
    services = {name for name in names if name.startswith("@") and not name.startswith("@@")}
    wrong += walk("applicant", SHORT, [draft], missing, names - services, secrets)
    wrong += walk("applicant", SERVICES, [draft], missing, services, secrets)
    wrong += walk("anonymous", SHORT[:1], attachments, missing, names, secrets)
    assert not wrong, "\n".join(wrong[:200])


def test_the_walk_knows_what_is_registered(functional, stage):
    made = stage("FundingConsultation", ["draft"])
    names = published_names(made["draft"])
    assert {"@@plone_context_state", "@@hub-frame", "@journal", "++add++", "getId"} <= names
    assert len(names) > 800
