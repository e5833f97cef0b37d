"""The verbs: name a substitute, end a substitution, and what is known of both."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.partners import tokens
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.substitution import rules
from kommunalhub.partners.substitution.interfaces import NotYours
from kommunalhub.partners.substitution.interfaces import SubstitutionChanged
from kommunalhub.partners.substitution.interfaces import SubstitutionInvalid
from kommunalhub.partners.substitution.rights import acting_for
from kommunalhub.partners.substitution.rights import case_types
from kommunalhub.partners.substitution.rights import own_groups
from kommunalhub.partners.substitution.rights import substitutes_of
from kommunalhub.partners.substitution.storage import book_of
from kommunalhub.partners.substitution.storage import ensured_book_of
from plone import api
from zope.event import notify


__all__ = [
    "acting_for",
    "all_running",
    "away",
    "end",
    "may_manage",
    "name",
    "of_absent",
    "of_substitute",
    "passing_groups",
    "substitutes_of",
]

LONGEST_REASON = 300
MANAGE = "kommunalhub: Manage substitutions"
NAME = "kommunalhub: Name substitute"
ERRORS = {
    "self": _("error_substitution_self", default="Nobody stands in for themselves."),
    "away": _(
        "error_substitution_away",
        default="This person is away for part of that time and has named a substitute; "
        "a substitution is not passed on. Please choose somebody else.",
    ),
    "order": _("error_substitution_order", default="The end must be after the beginning."),
    "past": _("error_substitution_past", default="This time is already over."),
    "long": _("error_substitution_long", default="Please name an end that is at most a year away."),
    "taken": _(
        "error_substitution_taken",
        default="A substitute has already been named for part of this time.",
    ),
}
UNFIT = _(
    "error_substitution_unfit",
    default="This person cannot take over any of the tasks: a substitute works in the same "
    "administration, for tasks of the hub in the hub.",
)
UNKNOWN = _("error_substitution_person", default="Please choose a person from the list.")
UNKNOWN_TYPE = _("error_substitution_type", default="There is no such kind of case.")
NO_TASKS = _(
    "error_substitution_no_tasks", default="This person has no tasks that a substitute could do."
)
REASON_LONG = _(
    "error_substitution_reason",
    default="Please shorten this to ${n} characters.",
    mapping={"n": LONGEST_REASON},
)


def name(absent, substitute, start, end, case_types=(), reason=""):
    """Name a substitute; return the rules.Substitution that was kept.

    start, end: aware datetimes, cut to the minute; a beginning that is over means now.
    Raises NotYours, SubstitutionInvalid.
    """
    me = asking.userid()
    if not may_name_for(absent):
        raise NotYours(absent)
    now = rules.at_minute(formatting.now())
    new = rules.Substitution(
        absent=absent,
        substitute=substitute,
        start=max(rules.at_minute(start), now),
        end=rules.at_minute(end),
        case_types=tuple(sorted(set(case_types))),
        reason=reason.strip(),
        named_by=me,
        named_on=formatting.now(),
    )
    errors = field_errors(new, now)
    if errors:
        raise SubstitutionInvalid(errors)
    kept = ensured_book_of(api.portal.get()).add(new, begun=new.is_active(now))
    notify(SubstitutionChanged(kept, "named", me))
    return kept


def field_errors(new, now):
    """Return {field: translatable sentence} of what is wrong with a substitution."""
    others = [*of_absent(new.absent), *of_absent(new.substitute)]
    errors = {field: ERRORS[code] for field, code in rules.problems(new, others, now).items()}
    if "substitute" not in errors:
        own = own_groups(new.substitute)
        if not own or not is_visible(new.substitute):
            errors["substitute"] = UNKNOWN
        elif not any(tokens.passes(group) for group in own_groups(new.absent)):
            errors["absent"] = NO_TASKS
        elif not any(
            tokens.passes(group) and rules.is_fit(group, own) for group in own_groups(new.absent)
        ):
            errors["substitute"] = UNFIT
    if not set(new.case_types).issubset(case_types()):
        errors["case_types"] = UNKNOWN_TYPE
    if len(new.reason) > LONGEST_REASON:
        errors["reason"] = REASON_LONG
    return errors


def end(number):
    """End a substitution at once, or take it back when it has not begun; return what it was.

    Raises KeyError for an unknown one or one that is not shown to who asks, NotYours.
    """
    me, now = asking.userid(), formatting.now()
    one = get(number)
    if not may_name_for(one.absent):
        raise NotYours(one.absent)
    if one.end <= now:
        return one
    book = ensured_book_of(api.portal.get())
    if one.start > now:
        book.remove(number)
        notify(SubstitutionChanged(one, "cancelled", me))
        return one
    # At the minute that runs, so that it is over from now on, and not shorter than nothing.
    ended = book.end(number, max(rules.at_minute(now), one.start))
    notify(SubstitutionChanged(ended, "ended", me))
    return ended


def get(number):
    """Return a substitution that concerns who asks; raises KeyError."""
    book = book_of(api.portal.get())
    if book is None or not isinstance(number, int):
        raise KeyError(number)
    one = book[number]
    me = asking.userid()
    if me not in (one.absent, one.substitute) and not may_manage():
        raise KeyError(number)
    return one


def may_manage():
    """Tell whether who is logged in looks after everybody's substitutions."""
    return asking.may(MANAGE, api.portal.get())


def may_name_for(absent):
    me = asking.userid()
    if me is not None and me == absent:
        return asking.may(NAME, api.portal.get())
    return may_manage()


def of_absent(userid):
    """Return the substitutions in which a person is away, those that are over left out."""
    return _in_order("absences_of", userid)


def of_substitute(userid):
    """Return the substitutions in which a person stands in, those that are over left out."""
    return _in_order("substituted_by", userid)


def away(userid):
    """Return the substitution that runs now in which a person is away, the longest; or None."""
    now = formatting.now()
    running = [one for one in of_absent(userid) if one.is_active(now)]
    return max(running, key=lambda one: one.end, default=None)


def _in_order(method, userid):
    book = book_of(api.portal.get())
    found = getattr(book, method)(userid, formatting.now()) if book is not None else ()
    return sorted(found, key=lambda one: (one.start, one.id))


def all_running():
    """Return all substitutions that are not over, for hub managers, by their beginning."""
    book, now = book_of(api.portal.get()), formatting.now()
    found = book.running(now) if book is not None and may_manage() else ()
    return sorted(found, key=lambda one: (one.start, one.id))


def passing_groups(substitution):
    """Return the ids of the groups whose rights a substitution passes, as things are now."""
    own = own_groups(substitution.substitute)
    return rules.passing(own_groups(substitution.absent), own)


def tell(number, what, now):
    """Notify once that a substitution has begun or ended; called by the job."""
    book = ensured_book_of(api.portal.get())
    one = book[number]
    if what == "begun" and not one.is_active(now):
        return
    notify(SubstitutionChanged(one, what))


def forget_person(userid):
    """Remove all substitutions of somebody whose account goes, and tell those who are left."""
    book = book_of(api.portal.get())
    if book is None:
        return
    now = formatting.now()
    for one in {one.id: one for one in book.of_person(userid)}.values():
        book.remove(one.id)
        if one.end > now:
            what = "ended" if one.is_active(now) else "cancelled"
            notify(SubstitutionChanged(replace(one, end=max(now, one.start)), what))
