"""What the catalog knows of programmes and consultations, so that no list wakes an object."""

from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.funding.interfaces import IFundingConsultation
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.search.interfaces import IFileSource
from kommunalhub.search.reading.indexers import with_file_text
from kommunalhub.search.texts import words_of_rich
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.interface import implementer


#: Sorts programmes without a date behind those with one; ISO dates sort as text.
NO_DEADLINE = "9999-12-31"


@indexer(IFundingProgramme)
def programme_funder(obj):
    return obj.funder


@indexer(IFundingProgramme)
def programme_topics(obj):
    return sorted(obj.topics or ())


@indexer(IFundingConsultation)
def consultation_topics(obj):
    return sorted(obj.topics or ())


@indexer(IFundingProgramme)
def programme_eligible(obj):
    return sorted(obj.eligible or ())


@indexer(IFundingProgramme)
def programme_deadline(obj):
    """Return the ISO date of the deadline, NO_DEADLINE where there is none."""
    return obj.deadline.isoformat() if obj.deadline else NO_DEADLINE


@indexer(IFundingProgramme)
def programme_facts(obj):
    """Return what lists show of a programme: plain values, dates in ISO form, numbers as text."""
    return {
        "funder": obj.funder,
        "topics": sorted(obj.topics or ()),
        "eligible": sorted(obj.eligible or ()),
        "areas": sorted(obj.areas or ()),
        "rate": _text(obj.rate),
        "own_share": _text(obj.own_share),
        "min_amount": _text(obj.min_amount),
        "max_amount": _text(obj.max_amount),
        "deadline_kind": obj.deadline_kind,
        "deadline": obj.deadline.isoformat() if obj.deadline else None,
        "early_start": obj.early_start,
        "cumulable": obj.cumulable,
        "state_aid": obj.state_aid,
        "checked_on": obj.checked_on.isoformat() if obj.checked_on else None,
    }


@indexer(IFundingProgramme)
def programme_searchable(obj):
    typed = _words(obj, "title", "description", "period_text")
    words = f"{typed}\n{words_of_rich(obj.details)}"
    return with_file_text(words, obj)


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


@implementer(IFileSource)
@adapter(IFundingProgramme)
class GuidelineFile:
    """The guideline of a programme is what the search reads."""

    def __init__(self, context):
        self.file = context.guideline_file


def _text(number):
    return None if number is None else str(number)


def _words(obj, *names):
    return " ".join(getattr(obj, name, None) or "" for name in names)
