"""The verbs of funding: make its folders, settle a new consultation, record what was said."""

from kommunalhub import _
from kommunalhub.core.acting import as_builder
from kommunalhub.core.language import in_site_language
from kommunalhub.core.sections import disown
from kommunalhub.core.sections import ensure_folder
from kommunalhub.funding import record
from kommunalhub.funding import workflow
from kommunalhub.funding.interfaces import IConsultationFolder
from kommunalhub.funding.interfaces import IFundingConsultation
from kommunalhub.funding.interfaces import IFundingSection
from kommunalhub.funding.interfaces import IProgrammeFolder
from kommunalhub.funding.interfaces.consultation import own_email
from kommunalhub.funding.interfaces.consultation import own_name
from kommunalhub.partners.operations import get_partner
from kommunalhub.partners.operations import give_partner
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


ADD_CONTENT = "Add portal content"


def ensure_sections(portal):
    """Return `foerderung`, made with the folders of programmes and consultations if missing."""
    with as_builder(portal):
        section = _folder(
            portal,
            "foerderung",
            _("section_funding", default="Funding"),
            _("section_funding_about", default="Find programmes, ask for advice, apply in time."),
            IFundingSection,
            state="public",
            layout="funding-section",
            addable=["Folder", "Document"],
        )
        programmes = _folder(
            section,
            "programme",
            _("section_programmes", default="Funding programmes"),
            _(
                "section_programmes_about",
                default="Checked programmes with their terms, deadlines and sources.",
            ),
            IProgrammeFolder,
            state="public",
            layout="funding-programmes",
            addable=["FundingProgramme"],
        )
        programmes.reindexObjectSecurity()
        _folder(
            section,
            "beratungen",
            _("section_consultations", default="Consultations"),
            _(
                "section_consultations_about",
                default="Projects of the administrations for which funding is sought.",
            ),
            IConsultationFolder,
            state="internal",
            layout="funding-consultations",
            addable=["Folder"],
        )
    return section


def ensure_partner_folder(portal, partner_id):
    """Return `foerderung/beratungen/<partner_id>`, in which the partner's people ask for advice."""
    parent = ensure_sections(portal)["beratungen"]
    if partner_id in parent.objectIds():
        return parent[partner_id]
    with as_builder(portal):
        folder = _folder(
            parent,
            partner_id,
            get_partner(partner_id).title,
            "",
            IConsultationFolder,
            state="internal",
            layout="funding-consultations",
            addable=["FundingConsultation"],
        )
        for permission in (workflow.ADD_CONSULTATION, ADD_CONTENT):
            folder.manage_permission(permission, ["Colleague", "Manager"], acquire=0)
        give_partner(folder, partner_id)
        folder.reindexObjectSecurity()
    return folder


def rename_partner_folder(portal, partner_id):
    """Call the folder of a partner as the partner is called now."""
    folder = folder_of(portal, partner_id)
    if folder is not None:
        folder.title = get_partner(partner_id).title
        folder.reindexObject()


def remove_partner_folder(portal, partner_id):
    """Take the folder of a partner away; one that still holds something stays."""
    folder = folder_of(portal, partner_id)
    if folder is not None and not folder.objectIds():
        portal["foerderung"]["beratungen"]._delObject(partner_id)


def _folder(container, id_, title, about, marker, **options):
    """Return the folder with its marker; whoever happens to make it does not come to own it."""
    if id_ in container.objectIds():
        return container[id_]
    folder = ensure_folder(
        container, id_, in_site_language(title), in_site_language(about), **options
    )
    disown(folder)
    alsoProvides(folder, marker)
    folder.reindexObject()
    return folder


def folder_of(portal, partner_id):
    """Return the folder of a partner's consultations, None where it is not there."""
    beratungen = portal.unrestrictedTraverse("foerderung/beratungen", None)
    if beratungen is None or partner_id not in beratungen.objectIds():
        return None
    return beratungen[partner_id]


def settle(consultation):
    """Store who is to be contacted about a new consultation.

    Dexterity answers a field that was never set with its default, here the person who reads.
    """
    stored = consultation.__dict__
    if not stored.get("contact_name"):
        consultation.contact_name = own_name()
    if not stored.get("contact_email"):
        consultation.contact_email = own_email()


def add_protocol_entry(consultation, text, day, more=None):
    """Add what was said on `day` (ISO date) to the record of the consultation; it stays for good.

    more: what comes next, see record.py. The last entry sent once more is not added again.
    Raises typed.Wrong.
    """
    entry = record.entry_in(text, day, more) | {"author": own_name() or ""}
    last = max(consultation.protocol, key=lambda known: known["number"], default=None)
    if last is not None and last == {"number": last["number"], **entry}:
        return last
    number = consultation.add_to_protocol(entry)
    notify(ObjectModifiedEvent(consultation, Attributes(IFundingConsultation, "protocol")))
    return {"number": number, **entry}
