"""What the catalog knows of applications, so that no list wakes an object."""

from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.core.kept import kept
from kommunalhub.coworking import operations
from kommunalhub.coworking.agreement import operations as agreement
from kommunalhub.coworking.interfaces import ICoworkingApplication
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.interface import implementer


@indexer(ICoworkingApplication)
def application_text(obj):
    """Return what those who may see an application find it by."""
    parts = (obj.title, obj.organisation, obj.contact_name, obj.purpose, kept(obj, "case_number"))
    return " ".join(part for part in parts if part)


@implementer(ICaseExtra)
@adapter(ICoworkingApplication)
class ApplicationExtra:
    """What the conditions in workflow.py and the lists need; dates in ISO form."""

    def __init__(self, context):
        self.context = context

    def __call__(self):
        case = self.context
        return {
            "applicant_kind": case.applicant_kind,
            "external": operations.is_external(case),
            "space_kind": case.space_kind,
            "persons": case.persons,
            "start": case.start.isoformat() if case.start else None,
            "end": case.end.isoformat() if case.end else None,
            "weekdays": sorted(case.weekdays or ()),
            "fixed_space": case.fixed_space,
            "agreement": agreement.state_of(case),
        }
