"""Who reads what another hub shares once it is released: the house, and nobody changes it."""

from kommunalhub.core import formatting
from kommunalhub.lib.exchange import cards
from kommunalhub.network import rules
from kommunalhub.network import storage
from matrix.table import Promise
from matrix.table import Row
from matrix.table import WITHIN
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID


FEED, ID = "https://hub.wilster.example/netzwerk", "0f" * 16


def add(folder, portal_type, **fields):
    hub = createContentInContainer(folder, "Hub", title="Hub Wilster", feed=FEED)
    return createContentInContainer(
        hub, portal_type, checkConstraints=False, share=ID, hub=IUUID(hub), **fields
    )


def fill(shown):
    """Keep the card that a copy shows."""
    now = formatting.now()
    url = "https://hub.wilster.example/materialien/vergabe"
    content = cards.Content("material", shown.title, url, now, shown.description)
    card = cards.written(content, FEED, ID, "CC-BY-4.0")
    link = storage.link_of(shown.hub)
    link.fetched = now
    link.copies[ID] = rules.Copy(
        id=ID,
        kind="material",
        title=shown.title,
        card=card,
        signature="",
        hash="",
        taken=now,
        state=rules.FREE,
        uid=IUUID(shown),
    )


PROMISE = Promise(
    portal_type="SharedCopy",
    place="netzwerk",
    rows={"released": Row(WITHIN | {"owner"})},
    is_case=False,
    file=None,
    add=add,
    fill=fill,
    writes={"REST change": ("PATCH", "", {"title": ""}, "edits")},
)
