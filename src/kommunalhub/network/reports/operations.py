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
from kommunalhub.network.reports.vocabularies import COSTS
from plone.dexterity.utils import createContentInContainer
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

    def is_taken(self, source):
        query = {"portal_type": workflow.TYPE, "experience_source": source}
        return bool(catalog().unrestrictedSearchResults(**query))

    def coarse(self, lessons):
        fields = fields_of(lessons)
        months = fields["months"]
        values = {"cost": COSTS.get(fields["cost"]), "months": str(months) if months else None}
        return [(IExperienceReport[name].title, value) for name, value in values.items() if value]

    def take(self, lessons, partner):
        """Return a new draft with what was learned; twice is once."""
        before = self.taken(lessons["source"])
        if before is not None:
            return before.getObject()
        if self.is_taken(lessons["source"]):
            raise LookupError(lessons["source"])
        report = createContentInContainer(
            folder_of(site()),
            workflow.TYPE,
            title=lessons["title"],
            partner=partner,
            source=lessons["source"],
            **fields_of(lessons),
        )
        return report


def fields_of(lessons):
    """Return the fields of a report that lessons of core/lessons.py fill."""
    texts = ("description", "what", "for_whom", "worked", "went_wrong", "again", "contact")
    found = {
        name: (lessons.get(name) or "")[: IExperienceReport[name].max_length] for name in texts
    }
    return found | {
        "cost": rules.cost_class(lessons.get("cost")),
        "months": rules.months_between(lessons.get("start"), lessons.get("end")),
        "theme_fields": set(lessons.get("theme_fields") or ()),
    }


def origin_of(report):
    """Return the brain of what a report came from, None where who asks may not see it."""
    found = catalog()(UID=report.source) if report.source else ()
    return found[0] if found else None
