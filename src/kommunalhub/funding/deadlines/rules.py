"""From a notice to its dates, as pure functions: each with its rule, its source and the steps.

A Notice is a mapping as applications keep it (see funding/applications/interfaces.py); what it does
not say is None or missing. Where a day is not known yet, `day` is None and the rule says why. Where
the law can be read in two ways, or a fact is missing, the earlier end is taken: nobody is late.

>>> from datetime import date
>>> from kommunalhub.funding.deadlines.terms import Figure
>>> notice = {"number": 1, "kind": "total", "day": date(2026, 11, 16), "delivery": "post",
...           "fiction_days": 4, "fiction_norm": "§ 110 Abs. 2 LVwG", "instruction_right": True}
>>> figures = [Figure("objection", date(1960, 4, 1), None, 1, "§ 70 VwGO")]
>>> for one in chain([notice], figures):
...     print(one.kind, one.day, one.rule)
known 2026-11-20 fiction
objection 2026-12-21 month
final 2026-12-22 final
"""

from dataclasses import replace
from kommunalhub.funding.deadlines.announcement import of_notice
from kommunalhub.funding.deadlines.grants import of_grant
from kommunalhub.funding.deadlines.grants import valid_until
from kommunalhub.funding.deadlines.terms import CHANGE
from kommunalhub.funding.deadlines.terms import CLEARANCE
from kommunalhub.funding.deadlines.terms import EARLY_START
from kommunalhub.funding.deadlines.terms import FINAL
from kommunalhub.funding.deadlines.terms import INTERIM
from kommunalhub.funding.deadlines.terms import KINDS
from kommunalhub.funding.deadlines.terms import NO_GRANT
from kommunalhub.funding.deadlines.terms import REVOCATION
from kommunalhub.funding.deadlines.terms import TO_DO
from types import MappingProxyType


def chain(
    notices,
    figures,
    *,
    early_start=None,
    clearance=None,
    objected=False,
    stopped=False,
    proved=None,
    met=MappingProxyType({}),
    interims=(),
    said=MappingProxyType({}),
):
    """Return the Deadlines of one application in the order of the chain.

    early_start, clearance: until when these are valid, before there is a grant. objected: an
    objection is pending. stopped: the application was withdrawn, nothing has to be done any more.
    proved: when the statement of use was handed in. met: {kind: day} of what is known to be done.
    interims: days on which interim statements were handed in. said: {key: day} of what people
    reported as done.
    """
    stand = standing(notices)
    found = []
    for notice in stand:
        found += of_notice(notice, figures, objected=objected and notice is stand[-1])
    grants = {} if stopped else materials(stand)
    for family, notice in grants.items():
        found += of_grant(family, notice, figures, final_in(found, notice), proved)
    if not grants and not stopped:
        found += valid_until(EARLY_START, early_start, figures)
        found += valid_until(CLEARANCE, clearance, figures)
    handed_in = answered(found, interims, said)
    known = [
        one if one.done_on else replace(one, done_on=handed_in.get(one.key, met.get(one.kind)))
        for one in found
    ]
    return sorted(known, key=lambda one: (one.notice, KINDS.index(one.kind), one.key))


def answered(found, interims, said):
    """Return {key: day} of the interim deadlines that interim statements met, the first first.

    What somebody had reported as done before a statement came needs none of them.
    """
    waiting = sorted((one for one in found if one.kind == INTERIM), key=lambda one: one.day)
    met = {}
    for day in sorted(interims):
        while waiting and said.get(waiting[0].key, day) < day:
            waiting.pop(0)
        if waiting:
            met[waiting.pop(0).key] = day
    return met


def after_closing(found, done):
    """Return the Deadlines that hold on when a case is over; done: keys of those that were met.

    What nobody did is asked for no more, as nobody could report it; receipts and earmarking go on.
    """
    return [one for one in found if one.kind not in TO_DO or one.done_on or one.key in done]


# Which notices stand


def standing(notices):
    """Return the notices that stand, by number, each with `first`: as which it was entered first.

    What was entered anew as the same notice takes its place.
    """
    first, found = {}, {}
    by_number = {notice["number"]: notice for notice in notices}
    for number in sorted(by_number):
        notice = by_number[number]
        before = by_number.get(notice.get("replaces"))
        same = before is not None and not is_own_act(notice, before)
        first[number] = first[before["number"]] if same else number
        found[first[number]] = {**notice, "first": first[number]}
        if notice.get("replaces"):
            found[first[number]]["replaces"] = first.get(notice["replaces"])
    return sorted(found.values(), key=lambda notice: notice["number"])


def is_own_act(notice, before):
    """Return whether a notice that replaces another is an act of its own, with its own remedy.

    The same kind entered anew, for a mistake, is not; a change or a revocation always is.
    """
    return notice.get("kind") in (CHANGE, REVOCATION) or notice.get("kind") != before.get("kind")


def materials(said):
    """Return {number of the first notice of a grant: the notice with all that holds now}.

    What a change does not name stays as it was.
    """
    family, found = {}, {}
    for notice in said:
        number, kind = notice["first"], notice.get("kind")
        before = notice.get("replaces")
        family[number] = family.get(before, number) if before != number else number
        root = family[number]
        if kind in NO_GRANT:
            found.pop(root, None)
            continue
        named = {name: value for name, value in notice.items() if is_named(name, value)}
        found[root] = {**found.get(root, {}), **named} if kind == CHANGE else dict(notice)
    return found


def is_named(name, value):
    """Return whether a change says something of a fact; a box that is not ticked says nothing."""
    return value not in (None, "", (), [], {}) and not (name == "needs_final" and not value)


def final_in(found, notice):
    """Return the day from which the newest notice of a grant is final, or None."""
    key = f"{FINAL}.{notice['first']}"
    return next((one.day for one in found if one.key == key), None)
