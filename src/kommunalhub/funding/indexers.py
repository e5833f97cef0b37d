"""What the catalog knows of consultations, so that no list wakes an object."""

from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.funding.interfaces import IFundingConsultation
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.interface import implementer


@indexer(IFundingConsultation)
def consultation_topics(obj):
    return sorted(obj.topics or ())


@indexer(IFundingConsultation)
def consultation_searchable(obj):
    """Return what everybody who sees the case may find it by; the advice is not for all of them."""
    number = getattr(obj, "case_number", None) or ""
    return " ".join([_words(obj, "title", "description", "goal"), number])


@implementer(ICaseExtra)
@adapter(IFundingConsultation)
class ConsultationExtra:
    """What the conditions in workflow.py and the lists need; amounts as text, dates in ISO form."""

    def __init__(self, context):
        self.context = context

    def __call__(self):
        case = self.context
        return {
            "has_recommendation": bool((case.recommendation or "").strip()),
            "has_granted": case.granted_amount is not None,
            "has_decision": case.decision_date is not None,
            "has_deadlines": case.drawdown_deadline is not None and case.proof_deadline is not None,
            "total_cost": _text(case.total_cost),
            "start_date": case.start_date.isoformat() if case.start_date else None,
        }


def _text(number):
    return None if number is None else str(number)


def _words(obj, *names):
    return " ".join(getattr(obj, name, None) or "" for name in names)
