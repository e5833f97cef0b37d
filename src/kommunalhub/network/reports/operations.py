"""The verbs of reports of experience: make their folder, take over what a project has learned."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.lessons import ILessonsTaker
from kommunalhub.core.sections import ensure_folder_in
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.network import operations as network
from kommunalhub.network import storage
from kommunalhub.network.reports import rules
from kommunalhub.network.reports import workflow
from kommunalhub.network.reports.interfaces import IExperienceReport
from kommunalhub.network.reports.interfaces import IReportFolder
from plone import api
from Products.CMFCore.permissions import AddPortalContent
from zope.interface import implementer


FOLDER = "erfahrungen"
ADDERS = ["Author", "HubManager", "Manager"]


def ensure_folders(portal):
    """Return the folder `netzwerk/erfahrungen`, made if it is missing."""
    return ensure_folder_in(
        network.ensure_sections(portal),
        FOLDER,
        _("section_reports", default="Reports of experience"),
        _(
            "section_reports_about",
            default="What projects taught those who did them: cost, time, what went wrong and what "
            "they would do again.",
        ),
        IReportFolder,
        layout="experience-reports",
        addable=workflow.TYPE,
        adders=dict.fromkeys((AddPortalContent, workflow.ADD), ADDERS),
        state="public",
    )


def folder_of(portal):
    """Return the folder of the reports, None where it is not there."""
    section = portal.get(storage.SECTION)
    return section.get(FOLDER) if section is not None else None


@implementer(ILessonsTaker)
class LessonsTaker:
    """Makes a report of experience of what a project says it has learned."""

    def may_take(self):
        folder = folder_of(site())
        return folder is not None and asking.may(workflow.ADD, folder)

    def taken(self, source):
        """Return the brain of the report that came from this, None where there is none to see."""
        found = catalog()(portal_type=workflow.TYPE, experience_source=source)
        return found[0] if found else None

    def take(self, lessons, partner):
        """Return a new draft with what was learned; twice is once."""
        before = self.taken(lessons["source"])
        if before is not None:
            return before.getObject()
        report = api.content.create(
            folder_of(site()), workflow.TYPE, title=lessons["title"], **fields_of(lessons)
        )
        report.partner = partner
        report.source = lessons["source"]
        report.reindexObject()
        return report


def fields_of(lessons):
    """Return the fields of a report that lessons of core/lessons.py fill."""
    texts = ("what", "for_whom", "worked", "went_wrong", "again", "contact")
    found = {
        name: (lessons.get(name) or "")[: IExperienceReport[name].max_length] for name in texts
    }
    return found | {
        "cost": rules.cost_class(lessons.get("cost")),
        "months": rules.months_between(lessons.get("start"), lessons.get("end")),
        "theme_fields": set(lessons.get("theme_fields") or ()),
    }
