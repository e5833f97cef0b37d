"""What the catalog knows of devices, so that no list wakes an object."""

from kommunalhub.core.kept import kept
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.support.devices import rules
from kommunalhub.support.devices.interfaces import IDevice
from kommunalhub.support.interfaces import ISupportTicket
from plone.indexer.decorator import indexer


TEXTS = ("kind", "number", "place", "person", "space", "condition")
DAYS = ("purchased", "warranty")


@indexer(IDevice)
def device_facts(obj):
    """Return what lists show and filter by: plain values, days in ISO form."""
    days = {name: getattr(obj, name) for name in DAYS}
    return {
        **{name: getattr(obj, name) or "" for name in TEXTS},
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }


@indexer(IDevice)
def device_number(obj):
    return rules.folded(obj.number or "")


@indexer(IDevice)
def device_text(obj):
    """Return what those who may see a device find it by."""
    kind = titles_of("kommunalhub.device_kinds").get(obj.kind)
    parts = (obj.title, obj.number, obj.place, obj.person, kind and kind.default, obj.remark)
    return " ".join(part for part in parts if part)


@indexer(ISupportTicket)
def ticket_device(obj):
    """Return the UID of the device or space that a ticket is about."""
    return kept(obj, "device_uid") or ""
