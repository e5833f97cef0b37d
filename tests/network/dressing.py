"""A hub that is in the middle of the exchange, for tests that look at all of its pages."""

from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.shareable import ITakesGuests
from kommunalhub.core.tools import catalog
from kommunalhub.lib.exchange import signatures
from kommunalhub.network import keys
from kommunalhub.network import operations
from kommunalhub.network import publishing
from kommunalhub.network import receiving
from kommunalhub.network import rules
from kommunalhub.network import sharing
from kommunalhub.network import storage
from kommunalhub.network import workflow
from kommunalhub.network.copies import releasing
from kommunalhub.network.questions import operations as questions
from network.neighbour import Neighbour
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from urllib.parse import urlsplit
from zope.component import getUtility

import transaction


#: What a page answers that is for nobody (any more).
REFUSED = ("/netzwerk/@@take-part?pass=x",)


def dressed(portal, manager):
    """Give a site with demo content links in every state; return {who: addresses} to look at.

    "" is a visitor; addresses begin below the site. manager: who does what only they may.
    """
    now = formatting.now()
    with as_system(portal):
        other = Neighbour(now)
        try:
            copy = follow(portal, add(portal, "deich", other.feed), other, now)
        finally:
            other.close()
        unknown, gone = (
            add(portal, name, f"https://{name}.example/netzwerk") for name in ("moor", "watt")
        )
        show_key(unknown)
        operations.forget(IUUID(gone), manager, gone.title)
        [thing] = [one for one in sharing.candidates() if one.portal_type == "ExperienceReport"][:1]
        taken, shared = [one._unrestrictedGetObject() for one in sharing.candidates()[:2]]
        sharing.share(shared, "CC-BY-4.0", (), manager, "Für alle, die es auch vorhaben.")
        made = sharing.share(taken, "CC-BY-4.0", (), manager, "Für alle, die es auch vorhaben.")
        questions.ask("Wer hat schon einmal ein Dach begrünt?", "Mit Moos.", (), manager)
        publishing.publish(now)
        sharing.take_back(made.id, manager)
        publishing.publish(now)
        guest = guest_page(now)
    transaction.commit()
    network = ("/netzwerk/@@shared", "/netzwerk/@@hub-questions", "/netzwerk/@@quarantine")
    share = f"/@@share-with-hubs?uid={thing.UID}"
    return {
        "": ["/netzwerk", "/netzwerk/hub-deich", *REFUSED, guest],
        "hubleitung": ["/netzwerk", "/netzwerk/@@hub-links", *network],
        "trainer": [*network, share, "/netzwerk/hub-deich", copy, f"{copy}/@@take-part"],
        "malente-mitarbeit": [
            "/netzwerk/hub-deich",
            copy,
            f"{copy}/@@take-part",
            "/@@search?q=Moor",
        ],
    }


def add(portal, name, feed):
    """Return a new hub with an address for the exchange."""
    fields = {"title": f"Hub {name.title()}", "region": "Nordseeküste", "theme": "Gutes Leben"}
    made = createContentInContainer(
        portal[storage.SECTION],
        workflow.HUB,
        id=f"hub-{name}",
        point="54.5, 9.1",
        contact="Hub-Büro, 04841 0",
        feed=feed,
        **fields,
    )
    operations.followed(made)
    return made


def show_key(hub):
    """Let a hub have shown a key, and then have been away for long."""
    link = storage.link_of(IUUID(hub))
    now = formatting.now()
    receiving.follow(link, {"key": signatures.public_of(signatures.new_key())}, "", now)
    link.fetched = now - 2 * rules.SILENT
    receiving.missed(link, rules.UNREACHED, "timeout", now)


def follow(portal, hub, other, now):
    """Take over what another hub shares and asks; return the address of what was released."""
    link = storage.link_of(IUUID(hub))
    link.offered = signatures.public_of(other.key)
    operations.confirm(link.uid, link.offered, "hubleitung")
    other.reader = keys.feed()
    first = other.share("Leben am Moor", kind="workshop", seats=3)
    other.share("Vergabe leicht gemacht")
    other.share("Wer hat Erfahrung mit Moos?", kind="question")
    take(link, other, now)
    releasing.release(link, first, "trainer")
    other.share("Leben am Moor, mit neuem Ort", id_=first, kind="workshop", seats=3)
    take(link, other, now)
    questions.answer(link, f"{3:032x}", "Wir haben es versucht.", "trainer")
    shown = releasing.thing_by(link.copies[first].uid)
    return "/" + "/".join(shown.getPhysicalPath()[len(portal.getPhysicalPath()) :])


def take(link, other, now):
    other.publish()
    receiving.follow(link, other.answer("/@exchange", "", "")[1], "", now)
    hashes = receiving.wanted(link)
    answer = other.answer("/@exchange-cards?id=" + "&id=".join(hashes), "", "")[1]
    receiving.take(link, hashes, answer, now)


def guest_page(now):
    """Return where somebody with a pass of another hub registers for a workshop that is open."""
    found = catalog().unrestrictedSearchResults(
        portal_type="Workshop",
        review_state="published",
        sort_on="start",
        start={"query": now, "range": "min"},
    )
    workshop = found[0]._unrestrictedGetObject()
    workshop.hub_seats = 2
    address = urlsplit(
        getUtility(ITakesGuests, name="Workshop").address(workshop, "Hub Deich", "1")
    )
    return f"/{address.path.rpartition('/')[2]}?{address.query}"
