"""Taking part elsewhere: a pass that one hub signs and the other reads, and nothing of who asks."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.shareable import ITakesGuests
from kommunalhub.lib.exchange import asking
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange import signatures
from kommunalhub.network import joining
from kommunalhub.network import keys
from kommunalhub.network import sharing
from kommunalhub.network import storage
from kommunalhub.network.copies import releasing
from plone.uuid.interfaces import IUUID
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from zope.interface import implementer

import pytest


@implementer(ITakesGuests)
class Guests:
    """Materials, as if people could take part in them."""

    left = 2

    def seats(self, thing):
        return self.left

    def address(self, thing, hub, admission):
        return f"{thing.getId()} {hub} {admission}"


@pytest.fixture
def guests(monkeypatch):
    made = Guests()
    monkeypatch.setattr(joining, "queryUtility", lambda _kind, name: made if name else None)
    return made


def passed(neighbour, item, now, act=asking.JOIN, **values):
    given = {"private": neighbour.key, "sender": neighbour.feed, "receiver": neighbour.reader}
    return asking.asked(**{**given, **values}, act=act, now=now, item=item)


def test_a_pass_of_a_linked_hub_leads_on(portal, hub, wilster, neighbour, guests, clock):
    material = hub.add_material(portal)
    share = sharing.share(material, "CC-BY-4.0", (), "toni")
    text = passed(neighbour, share.id, clock.now, nonce="n1")
    assert joining.admitted(text, clock.now) == f"{material.getId()} Hub Wilster n1"
    assert joining.admitted(text, clock.now + timedelta(minutes=59))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"private": signatures.new_key()}, refusing.TAMPERED),
        ({"sender": "https://x.example/netzwerk"}, joining.UNKNOWN_HUB),
        ({"receiver": "https://x.example/netzwerk"}, refusing.WRONG_HUB),
        ({"act": asking.READ}, refusing.WRONG_HUB),
        ({"item": "f" * 32}, joining.GONE),
        ({"now": timedelta(hours=-2)}, refusing.EXPIRED),
        ({"now": timedelta(hours=1)}, refusing.TOO_EARLY),
        ({"seats": 0}, joining.GONE),
    ],
)
def test_another_pass_does_not(portal, hub, wilster, neighbour, guests, clock, change, why):
    share = sharing.share(hub.add_material(portal), "CC-BY-4.0", (), "toni")
    guests.left = change.pop("seats", 2)
    made = clock.now + change.pop("now", timedelta())
    text = passed(neighbour, change.pop("item", share.id), made, **change)
    with pytest.raises(joining.NotAdmitted, match=why):
        joining.admitted(text, clock.now)


@pytest.mark.parametrize("text", ["", "a.b", "ä", "x" * 5000])
def test_nonsense_is_none(portal, wilster, guests, clock, text):
    with pytest.raises(joining.NotAdmitted):
        joining.admitted(text, clock.now)


def test_what_is_for_others_or_was_taken_back_is_gone(
    portal, hub, wilster, neighbour, guests, clock
):
    other = hub.add_hub(portal, "https://hennstedt.example/netzwerk", title="Hub Hennstedt")
    share = sharing.share(hub.add_material(portal), "CC-BY-4.0", (IUUID(other),), "toni")
    text = passed(neighbour, share.id, clock.now)
    with pytest.raises(joining.NotAdmitted, match=joining.GONE):
        joining.admitted(text, clock.now)
    sharing.take_back(share.id, "toni")
    with pytest.raises(joining.NotAdmitted, match=joining.GONE):
        joining.admitted(text, clock.now)


def test_our_people_get_a_pass_that_names_nobody(wilster, neighbour, ask, clock):
    id_ = neighbour.share("Workshop", kind="workshop", seats=3)
    ask()
    link = storage.link_of(IUUID(wilster))
    releasing.release(link, id_, "toni")
    shown = releasing.thing_by(link.copies[id_].uid)
    assert releasing.card_of(shown)[1].seats == 3
    address = urlsplit(joining.address(link, id_, clock.now))
    assert address.path.endswith("/netzwerk/@@take-part")
    [text] = parse_qs(address.query)[joining.PASS]
    values = asking.read(text)[1]
    assert values.keys() == asking.NAMES | {"item"} and values["item"] == id_
    asking.heard(text, keys.public(), neighbour.feed, asking.JOIN, formatting.now())
