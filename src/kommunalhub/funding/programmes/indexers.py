"""What the catalog knows of programmes, so that no list wakes an object."""

from kommunalhub.funding.calls import decisive
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes import deadlines
from kommunalhub.search.interfaces import IFileSource
from kommunalhub.search.reading.indexers import with_file_text
from kommunalhub.search.texts import words_of_rich
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.interface import implementer


#: Sorts programmes without a date behind those with one; ISO dates sort as text.
NO_DEADLINE = "9999-12-31"
#: Stands for a programme without areas: it holds everywhere.
EVERYWHERE = "everywhere"
SETS = ("topics", "eligible", "areas", "kinds", "preliminary_orders", "ancillary")
NUMBERS = ("rate", "own_share", "min_amount", "max_amount", "threshold")
WORDS = (
    *("funder", "deadline_kind", "early_start", "cumulable", "state_aid"),
    *("financing", "third_party", "threshold_on"),
)
DAYS = ("valid_from", "valid_until", "checked_on")
#: What a programme is found by besides its name and its details.
TYPED = (
    *("title", "description", "key", "period_text", "contact_point", "legal_basis"),
    "eligible_costs",
)


def key_of(programme):
    """Return the key of a programme; one that never got any is known by its id."""
    return programme.key or programme.getId()


@indexer(IFundingProgramme)
def programme_key(obj):
    return key_of(obj)


@indexer(IFundingProgramme)
def programme_funder(obj):
    return obj.funder


@indexer(IFundingProgramme)
def programme_topics(obj):
    return sorted(obj.topics or ())


@indexer(IFundingProgramme)
def programme_eligible(obj):
    return sorted(obj.eligible or ())


@indexer(IFundingProgramme)
def programme_kinds(obj):
    return sorted(obj.kinds or ())


@indexer(IFundingProgramme)
def programme_areas(obj):
    return sorted(obj.areas or (EVERYWHERE,))


@indexer(IFundingProgramme)
def programme_deadline_kind(obj):
    return obj.deadline_kind


@indexer(IFundingProgramme)
def programme_deadline(obj):
    """Return the ISO day of the call that decides today, NO_DEADLINE where there is none.

    The job `programme-calls` indexes anew when a call has closed and another one follows.
    """
    return next_day(obj) or NO_DEADLINE


@indexer(IFundingProgramme)
def programme_closings(obj):
    """Return the ISO days of all calls: whoever asks for what is still open never misses one."""
    over = obj.valid_until
    days = {call.closes.isoformat() for call in deadlines.calls_of(obj)}
    return sorted(days) or [over.isoformat() if over else NO_DEADLINE]


@indexer(IFundingProgramme)
def programme_checked(obj):
    return obj.checked_on.isoformat() if obj.checked_on else ""


@indexer(IFundingProgramme)
def programme_facts(obj):
    """Return what lists show of a programme: plain values, dates in ISO form, numbers as text."""
    return {
        **{name: getattr(obj, name, None) for name in WORDS},
        **{name: sorted(getattr(obj, name, None) or ()) for name in SETS},
        **{name: _text(getattr(obj, name, None)) for name in NUMBERS},
        **{name: _day(getattr(obj, name, None)) for name in DAYS},
        "key": key_of(obj),
        "deadline": next_day(obj),
        "calls": tuple(map(deadlines.plain, deadlines.calls_of(obj))),
    }


@indexer(IFundingProgramme)
def programme_searchable(obj):
    typed = " ".join(getattr(obj, name, None) or "" for name in TYPED)
    words = f"{typed}\n{words_of_rich(obj.details)}"
    return with_file_text(words, obj)


@implementer(IFileSource)
@adapter(IFundingProgramme)
class GuidelineFile:
    """The guideline of a programme is what the search reads."""

    def __init__(self, context):
        self.file = context.guideline_file


def next_day(programme):
    """Return the ISO day on which the call that decides today closes, None without any."""
    call = decisive(deadlines.calls_of(programme), deadlines.today())
    return call.closes.isoformat() if call is not None else None


def _text(number):
    return None if number is None else str(number)


def _day(day):
    return None if day is None else day.isoformat()
