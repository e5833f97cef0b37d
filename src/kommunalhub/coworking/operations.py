"""The verbs of co-working: make its folders, settle a new application."""

from kommunalhub import _
from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.core.acting import as_builder
from kommunalhub.core.language import in_site_language
from kommunalhub.core.sections import disown
from kommunalhub.core.sections import ensure_folder
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.coworking import places
from kommunalhub.coworking import rules
from kommunalhub.coworking import settings
from kommunalhub.coworking import workflow
from kommunalhub.coworking.agreement import operations as agreement
from kommunalhub.coworking.interfaces import IApplicationFolder
from kommunalhub.coworking.interfaces import ICoworkingApplication
from kommunalhub.coworking.interfaces import ICoworkingSection
from Products.CMFCore.permissions import AddPortalContent
from zope.interface import alsoProvides


SECTION = "co-working"
APPLICATIONS = "antraege"

#: Fields whose default depends on who is looking: they are stored once, with the applicant's.
OF_THE_APPLICANT = ("applicant_kind", "organisation", "contact_name", "contact_email")


def ensure_sections(portal):
    """Return the folder `co-working`, made with the folder of the applications if missing."""
    with as_builder(portal):
        section = _folder(
            portal,
            SECTION,
            _("section_coworking", default="Co-Working"),
            _(
                "section_coworking_about",
                default="Work for a day, a week or a year in the hub: desks and a meeting room.",
            ),
            ICoworkingSection,
            layout="coworking-section",
            addable=["Space", "Folder"],
        )
        applications = _folder(
            section,
            APPLICATIONS,
            _("section_applications", default="Applications"),
            _("section_applications_about", default="Applications for a space in the hub."),
            IApplicationFolder,
            layout="coworking-applications",
            addable=["CoworkingApplication"],
        )
    if not IApplicationFolder.providedBy(applications):
        raise TypeError(f"{APPLICATIONS} is there, but not the folder of the applications")
    return section


def _folder(container, id_, title, about, marker, **options):
    """Return the public folder with its marker; whoever makes it does not come to own it."""
    if id_ in container.objectIds():
        return container[id_]
    folder = ensure_folder(
        container, id_, in_site_language(title), in_site_language(about), state="public", **options
    )
    disown(folder)
    alsoProvides(folder, marker)
    if marker is IApplicationFolder:
        for permission in (AddPortalContent, workflow.ADD_APPLICATION):
            folder.manage_permission(permission, ["Member", "Manager"], acquire=0)
    folder.reindexObject()
    return folder


def applications_folder(portal):
    """Return the folder of the applications, None where it is not there."""
    return portal.unrestrictedTraverse(f"{SECTION}/{APPLICATIONS}", None)


def settle(application):
    """Store what a new application takes from the person who makes it.

    Dexterity answers a field that was never set with its default, here that of whoever reads.
    """
    for name in OF_THE_APPLICANT:
        if name not in application.__dict__:
            setattr(application, name, ICoworkingApplication[name].defaultFactory())
    application.applied_by_staff = settings.applies_as_staff()
    ensure_title(application)


def ensure_title(application):
    """Make a title from kind of space and applicant where there is none."""
    if (application.title or "").strip():
        return
    kinds = titles_of("kommunalhub.coworking_space_kinds")
    application.title = in_site_language(
        _(
            "title_application",
            default="${kind} for ${who}",
            mapping={
                "kind": kinds.get(application.space_kind, application.space_kind or ""),
                "who": application.organisation or application.contact_name or "",
            },
        )
    )
    application.reindexObject(idxs=["Title", "sortable_title", "SearchableText"])


def is_external(application):
    """Return whether the operator's consent is needed as well as the host's."""
    return rules.is_external(application.applicant_kind, application.applied_by_staff)


def settle_place(application, before, now):
    """Let an application that moves from one state to another hold what it may hold then."""
    was, holds = before in places.HOLDING, now in places.HOLDING
    if holds and not was:
        places.hold(application, ICaseExtra(application)())
        agreement.draw_up(application)
    elif was and not holds:
        places.let_go(application)
