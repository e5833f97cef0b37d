"""The verbs of projects: make their folder, follow the partners."""

from kommunalhub import _
from kommunalhub.core.sections import ensure_section
from kommunalhub.partners.rolecache import forget_roles
from kommunalhub.projects import workflow
from kommunalhub.projects.interfaces import IProjectSection
from Products.CMFCore.permissions import AddPortalContent


SECTION = "projekte"


def ensure_sections(portal):
    """Return the folder `projekte`, made if it is missing."""
    adders = ["Staff", "Manager"]
    return ensure_section(
        portal,
        SECTION,
        _("section_projects", default="Projects"),
        _(
            "section_projects_about",
            default="What the administrations of the hub do together for the people here.",
        ),
        IProjectSection,
        layout="project-portfolio",
        addable=workflow.TYPE,
        # The scope of a new project is written before its workflow knows it.
        adders=dict.fromkeys((AddPortalContent, workflow.ADD, workflow.SET_SCOPE), adders),
    )


def section_of(portal):
    """Return the folder of the projects, None where it is not there."""
    return portal.unrestrictedTraverse(SECTION, None)


def follow_partners(project):
    """Let roles follow the partners of a project, for itself and its documents."""
    forget_roles()
    project.reindexObjectSecurity()
