"""No address below an exhibit tells of it to who may not see it; a new one is missed here at once.

The names come from the registrations: whatever is published on an exhibit or a medium has to stand
in addresses.py with the right it needs, and is asked for by those who have it and who have not.
"""

from kommunalhub.core import asking
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.showroom import workflow
from kommunalhub.showroom.content import Exhibit
from kommunalhub.showroom.content import ExhibitPicture
from kommunalhub.showroom.films.content import Film
from kommunalhub.showroom.interfaces import IExhibitPart
from kommunalhub.showroom.solids.content import Solid
from kommunalhub.showroom.solids.content import SolidView
from kommunalhub.showroom.tours.content import Scene
from matrix.stage import build
from matrix.table import EVERYBODY
from matrix.table import PEOPLE
from matrix.walk import KEPT_OUT
from matrix.walk import session_of
from matrix.words import token
from matrix.words import WORD
from people import As
from showroom.addresses import ADDRESSES
from showroom.matrix import PROMISE
from zope.interface import implementedBy

import gzip
import pytest
import re
import registrations


#: Where in the exhibit of the matrix one of each stands.
PLACES = {
    Exhibit: "",
    ExhibitPicture: "/herd",
    Film: "/muehle",
    Scene: "/diele",
    Solid: "/fass",
    SolidView: "/fass/oben",
}
#: Macros: parts of templates, no pages.
MACROS = {"/diele/@@rundblick-teil"}
#: Besides the matrix: who in a state may bring what was promised.
COMPLETING = {
    "draft": {"owner", "editor"},
    "returned": {"owner", "editor"},
    "internal": {"owner", "editor", "hub-manager"},
    "public": {"owner", "editor", "hub-manager"},
}
CARING = {"owner", "editor", "reviewer", "hub-manager"}
#: Who asks for every address: of each state some who may and some who may not.
ASKING = {
    "draft": ("anonymous", "colleague", "other-editor", "editor"),
    "pending": ("anonymous", "other-editor", "colleague"),
    "internal": ("anonymous", "applicant", "editor"),
    "public": ("anonymous",),
}
ANSWERED = {200, 206, 303}
#: Lists and files that gather exhibits.
SITEMAP = "/sitemap.xml.gz?page=1"
LISTS = ("/showroom", "/showroom/@@bildschirm", "/@@hub-home", SITEMAP, "/@@search")


def published():
    """Return {address below the exhibit: whether it is a part of a page} of what is registered."""
    found = {}
    for registration in registrations.adapters():
        required, name = registration.required, registration.name
        if len(required) < 2 or not name or not is_ours(required[0]):
            continue
        if not required[1].isOrExtends(IKommunalhubLayer):
            continue  # what the catalog asks for
        service = re.fullmatch(r"[A-Z]+_[a-z]+_[a-z+]+_(@.*)", name)
        step = f"++add++{name}" if len(required) == 3 else service[1] if service else f"@@{name}"
        for made, place in PLACES.items():
            if required[0] in implementedBy(made).__iro__:
                found[f"{place}/{step}"] = registration.provided is IExhibitPart
    return found


def is_ours(required):
    made = getattr(required, "__module__", "") or ""
    return made.startswith("kommunalhub.showroom")


def plain(address):
    """Return an address without what is behind its view: `@@kachel/0/0_0` is `@@kachel`."""
    address = re.sub(r"(/@@[^/]+)/.*", r"\1", address)
    return re.sub(r"/(edit|view)$", r"/@@\1", address)


def test_each_address_is_known(integration):
    known = {plain(address) for address, _headers, _right in ADDRESSES.values()}
    found = published()
    assert len(found) > 40 and {"/diele/@@kachel", "/@tour", "/fass/++add++SolidView"} <= set(found)
    missing = {name for name, is_part in found.items() if not is_part and name not in known}
    assert missing == MACROS


def may(right, name, state):
    row = PROMISE.rows[state]
    return name in {
        "sees": row.sees,
        "edits": row.edits,
        "completes": COMPLETING.get(state, set()),
        "cares": row.sees & CARING,
        "public": EVERYBODY if state == "public" else set(),
        "nobody": set(),
    }.get(right)


@pytest.fixture
def made(sections, functional):
    """{state: exhibit}, with everybody of the matrix."""
    return build(functional["portal"], PROMISE, PROMISE.rows)


def test_media_are_as_private_as_their_exhibit_at_every_address(functional, made):
    found = wrong_rights(made)
    assert not found, "\n".join(map(str, found))
    base = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    below = len(functional["portal"].absolute_url())
    parts = [address for address, is_part in published().items() if is_part]
    addresses = [*ADDRESSES.values(), *((address, {}, "nobody") for address in parts)]
    wrong = []
    for state, names in ASKING.items():
        url = base + made[state].absolute_url()[below:]
        for name in names:
            session = session_of(name)
            for address, headers, right in addresses:
                answer = session.get(url + address, headers=headers, allow_redirects=False)
                allowed = may(right, name, state)
                tells = not may("sees", name, state) and any(
                    word in answer.text for word in (WORD, made[state].UID())
                )
                if tells or answer.status_code not in (ANSWERED if allowed else KEPT_OUT):
                    wrong.append((name, state, address, right, answer.status_code))
    for name in ("anonymous", "other-editor"):
        for place in LISTS:
            text = text_of(session_of(name).get(base + place))
            for state in PROMISE.rows:
                if token(state) in text and not may("sees", name, state):
                    wrong.append((name, state, place))
    told = text_of(session_of("anonymous").get(base + SITEMAP))
    assert f"{token('public')}</loc>" in told and f"{token('public')}/diele</loc>" in told
    assert not wrong, "\n".join(map(str, wrong))


def text_of(answer):
    data = answer.content
    return (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode()


def wrong_rights(made):
    """Return (person, state, id, permission) of what is otherwise than promised, without HTTP."""
    rights = {"View": "sees", "Modify portal content": "edits", workflow.ADD_PART: "edits"}
    rights[workflow.COMPLETE] = "completes"
    wrong = []
    for name in PEOPLE.keys() - {"anonymous"}:
        with As(name):
            for state, exhibit in made.items():
                for place in PLACES.values():
                    thing = exhibit.unrestrictedTraverse(place.strip("/")) if place else exhibit
                    wrong += [
                        (name, state, place, permission)
                        for permission, right in rights.items()
                        if asking.may(permission, thing) != may(right, name, state)
                    ]
    return wrong
