"""The verbs of the training materials; what concerns revisions alone stands in revisions.py."""

from kommunalhub import _
from kommunalhub.approvals import revisions
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.sections import ensure_section
from kommunalhub.materials import rules
from kommunalhub.materials import workflow
from kommunalhub.materials.interfaces import IMaterialSection
from kommunalhub.materials.revisions import take_over
from plone import api
from Products.CMFCore.permissions import AddPortalContent


SECTION = "materialien"
#: Who adds materials: authors of the administrations, the hub's trainers and support.
ADDERS = ["Author", "HubManager", "Manager", "SupportAgent"]


def ensure_sections(portal):
    """Return the folder `materialien`, made if it is missing."""
    return ensure_section(
        portal,
        SECTION,
        _("section_materials", default="Training materials"),
        _(
            "section_materials_about",
            default="Slides, guides and videos from the workshops of the hub.",
        ),
        IMaterialSection,
        layout="materials",
        addable="WorkshopMaterial",
        adders=dict.fromkeys((AddPortalContent, workflow.ADD_MATERIAL), ADDERS),
    )


def materials_folder(portal):
    """Return the folder of the materials, None where it is not there."""
    return portal.unrestrictedTraverse(SECTION, None)


def declare_kind(material):
    """Store the files under the media types of their content, whatever the browser said."""
    file, subtitles = material.file, material.subtitles
    kind = rules.KINDS.get(rules.extension(file.filename)) if file else None
    if kind is not None and file.contentType != kind.media_type:
        file.contentType = kind.media_type
    if subtitles and subtitles.contentType != rules.SUBTITLES_TYPE:
        subtitles.contentType = rules.SUBTITLES_TYPE


def follow_step(material, action, comment):
    """Do what follows from a transition: an approved revision takes the place of its original."""
    if not revisions.is_revision(material):
        return
    if action in workflow.RELEASES:
        take_over(material, workflow.RELEASES[action], action, comment)
    else:
        revisions.note_step(material, action, comment)


def ask_for_review(material, today):
    """Have a released material looked at when its day has come, once for each such day.

    today: date. Returns whether that was asked for now.
    """
    day = material.review_on
    if (
        day is None
        or day > today
        or kept(material, "review_asked") == day
        or state_of(material) not in (workflow.INTERNAL, workflow.PUBLIC)
    ):
        return False
    material.review_asked = day
    comment = _(
        "comment_review_due",
        default="To be checked on ${day}.",
        mapping={"day": formatting.day(day)},
    )
    tool = api.portal.get_tool("portal_workflow")
    tool.doActionFor(material, workflow.REQUEST_REVIEW, comment=in_site_language(comment))
    material.reindexObject(idxs=["review_on"])
    return True


def last_release(material):
    """Return the journal entry of the last release, or None."""
    for entry in reversed(list(IJournal(material))):
        if entry["kind"] == "transition" and entry["action"] in workflow.RELEASES:
            return entry
    return None
