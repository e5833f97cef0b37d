"""The verbs of support: make its section, find a ticket, close it."""

from kommunalhub import _
from kommunalhub.core.kept import kept
from kommunalhub.core.sections import ensure_section
from kommunalhub.core.tools import thing_of
from kommunalhub.core.tools import tool
from kommunalhub.support import workflow
from kommunalhub.support.devices import operations as devices
from kommunalhub.support.disturbances import operations as disturbances
from kommunalhub.support.interfaces import ISupportSection


SECTION = "support"
ADDERS = {"Add portal content": ["Member", "Manager"], workflow.ADD_TICKET: ["Member", "Manager"]}


def ensure_sections(portal):
    """Return the section of support, made if it is missing."""
    section = ensure_section(
        portal,
        SECTION,
        _("section_support", default="Support"),
        _(
            "section_support_about",
            default="Something does not work? Tell us, and see what may help at once.",
        ),
        ISupportSection,
        layout="support-section",
        addable=workflow.TYPE,
        adders=ADDERS,
    )
    devices.ensure_folder(section)
    disturbances.ensure_folder(section)
    return section


def merged_into(ticket):
    """Return the ticket that this one is worked on with, None for one that goes by itself.

    Never one that was itself merged: of a chain its end is returned. May be one that who asks
    cannot see.
    """
    found, seen = ticket, {ticket.UID()}
    while (uid := kept(found, "merged")) is not None and uid not in seen:
        seen.add(uid)
        further = ticket_of(uid)
        if further is None:
            break
        found = further
    return found if found is not ticket else None


def ticket_of(uid):
    """Return the ticket with a UID, whoever asks, None where there is none (any more)."""
    return thing_of(uid, portal_type=workflow.TYPE)


def close(ticket):
    """Close a solved ticket of which nobody has said anything since."""
    tool("portal_workflow").doActionFor(ticket, workflow.CLOSE, comment="")
