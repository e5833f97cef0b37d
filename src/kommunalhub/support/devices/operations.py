"""The verbs of devices: make their folder, find what a text means, tell numbers apart."""

from kommunalhub import _
from kommunalhub.core.formatting import sort_key
from kommunalhub.core.sections import ensure_folder_in
from kommunalhub.core.tools import brain_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.support.devices import finding
from kommunalhub.support.devices import rules
from kommunalhub.support.devices import workflow
from kommunalhub.support.devices.interfaces import IDeviceFolder
from kommunalhub.support.devices.interfaces import IDeviceNumbers
from kommunalhub.support.interfaces import IDeviceOffers
from plone.uuid.interfaces import IUUID
from zope.interface import implementer


FOLDER = "geraete"
#: A form offers no more than so many; the rest is found by its number.
MOST_OFFERED = 300
SPACE = "Space"


def folder_of_devices():
    """Return the folder of devices, None where the site has none."""
    section = site().get("support")
    return section.get(FOLDER) if section is not None else None


def ensure_folder(section):
    """Return the folder of devices in the section of support, made if it is missing."""
    return ensure_folder_in(
        section,
        FOLDER,
        _("section_devices", default="Devices"),
        _("section_devices_about", default="What stands where, and who uses it."),
        IDeviceFolder,
        layout="devices",
        addable=workflow.TYPE,
        adders=dict.fromkeys(("Add portal content", workflow.ADD_DEVICE), workflow.KEEPERS),
    )


def meant_by(text):
    """Return the UID of the device or space that a text names by label, number or title, or "".

    Whoever asks: who stands before a device reads its number from it, and is told nothing of it.
    """
    text = " ".join((text or "").split())
    if rules.UID.fullmatch(text):
        return text if brain_of(text, portal_type=[workflow.TYPE, SPACE]) is not None else ""
    for number in rules.numbers_in(text):
        for brain in _numbered(number):
            return brain.UID
    for brain in catalog().unrestrictedSearchResults(portal_type=SPACE) if text else ():
        if brain.Title.casefold() == text.casefold():
            return brain.UID
    return ""


def label_by(uid):
    """Return the label of a device or the title of a space by its UID, "" for anything else.

    Whoever asks: the code on a device leads here, and says no more than what stands beside it.
    """
    if not rules.UID.fullmatch(uid or ""):
        return ""
    brain = brain_of(uid, portal_type=[workflow.TYPE, SPACE])
    if brain is None:
        return ""
    if brain.portal_type == SPACE:
        return brain.Title
    return rules.label_of(brain.Title, (brain.device_facts or {}).get("number"))


def connect(ticket):
    """Note which device or space a ticket is about, as its text says."""
    text = ticket.device or ""
    uid = meant_by(text)
    if rules.UID.fullmatch(text):  # by REST: kept as people read it
        ticket.device = label_by(uid) or None
    if ticket.device_uid != uid:
        ticket.device_uid = uid
        # To look for the device has indexed the ticket already, as it was.
        ticket.reindexObject(idxs=["support_device"])


def _numbered(number):
    return catalog().unrestrictedSearchResults(
        portal_type=workflow.TYPE, device_number=rules.folded(number)
    )


@implementer(IDeviceOffers)
class Offers:
    """Offers devices that are not retired, and spaces, as far as who asks may see them."""

    def __call__(self):
        labels = {one.label for one in finding.devices() if one.condition != workflow.RETIRED}
        labels |= {brain.Title for brain in catalog()(portal_type=SPACE)}
        return sorted(labels, key=sort_key)[:MOST_OFFERED]


@implementer(IDeviceNumbers)
class Numbers:
    """Asks the catalog, whoever asks: a number that one may not see is taken all the same."""

    def is_taken(self, number, thing):
        uid = IUUID(thing, None)
        return any(uid != brain.UID for brain in _numbered(number))
