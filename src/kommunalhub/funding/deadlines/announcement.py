"""When a notice counts as known, until when one may object, and from when on it is final; pure."""

from datetime import timedelta
from kommunalhub.funding.deadlines import days
from kommunalhub.funding.deadlines.terms import clipped
from kommunalhub.funding.deadlines.terms import COUNTED
from kommunalhub.funding.deadlines.terms import Deadline
from kommunalhub.funding.deadlines.terms import FETCH
from kommunalhub.funding.deadlines.terms import Figure
from kommunalhub.funding.deadlines.terms import figure_of
from kommunalhub.funding.deadlines.terms import FINAL
from kommunalhub.funding.deadlines.terms import FORMAL
from kommunalhub.funding.deadlines.terms import HANDED
from kommunalhub.funding.deadlines.terms import KNOWN
from kommunalhub.funding.deadlines.terms import NoFigure
from kommunalhub.funding.deadlines.terms import OBJECTION
from kommunalhub.funding.deadlines.terms import OBJECTION_YEAR
from kommunalhub.funding.deadlines.terms import PORTAL
from kommunalhub.funding.deadlines.terms import PORTAL_DAYS
from kommunalhub.funding.deadlines.terms import POST
from kommunalhub.funding.deadlines.terms import shifted
from kommunalhub.funding.deadlines.terms import Source
from kommunalhub.funding.deadlines.terms import source_of
from kommunalhub.funding.deadlines.terms import Step


def of_notice(notice, figures, objected=False):
    """Return when a notice counts as known, when objections end, when it is final."""
    known = announced(notice, figures)
    found = [known]
    if known.rule == "portal_open":
        found.append(to_fetch(notice, figures))
    if known.day is None:
        return found
    try:
        last = objection(notice, known.day, figures)
    except NoFigure:
        return found
    if not notice.get("waived_on"):
        found.append(last)
    found.append(final(notice, known.day, last, figures, objected))
    return found


def announced(notice, figures):
    """Return the Deadline of the day on which a notice counts as known (§ 110 LVwG)."""
    delivery = notice.get("delivery") or POST
    if delivery == PORTAL:
        return _by_portal(notice, figures)
    if delivery in (HANDED, FORMAL):
        return _by_hand(notice, delivery, figures)
    return _by_fiction(notice, delivery, figures)


def _known(notice, day, rule, sources, steps):
    key = f"{KNOWN}.{notice['first']}"
    return Deadline(key, KNOWN, day, rule, sources, tuple(steps), day, notice=notice["number"])


def _by_fiction(notice, delivery, figures):
    sent, real = notice["day"], notice.get("known_on")
    rule, count = f"fiction_{delivery}", notice.get("fiction_days")
    try:
        figure = figure_of(rule, sent, figures)
    except NoFigure:
        if count is None:
            return _known(notice, None, "no_figure", (), ())
        figure = Figure(rule, sent, None, count, "")
    count = figure.number if count is None else count
    named = notice.get("fiction_norm")
    sources = (Source(named) if named else Source(figure.norm, figure.stand),)
    day = sent + timedelta(days=count)
    steps = [Step(f"sent_{delivery}", sent), Step("fiction", day, (("n", count),))]
    if real is not None and real > day:
        return _known(notice, real, "later", sources, [*steps, Step("later", real)])
    if days.hindrance(day):
        steps.append(Step("fiction_stays", day))
    if real is not None:
        steps.append(Step("earlier", day, (("real", real),)))
    return _known(notice, day, "fiction", sources, steps)


def _by_portal(notice, figures):
    told, fetched = notice["day"], notice.get("portal_fetched_on")
    try:
        figure = figure_of(PORTAL_DAYS, told, figures)
    except NoFigure:
        return _known(notice, None, "no_figure", (), ())
    sources = (Source(figure.norm, figure.stand),)
    last = told + timedelta(days=figure.number)
    steps = [Step("told_portal", told), Step("fetch_until", last, (("n", figure.number),))]
    if fetched is None:
        return _known(notice, None, "portal_open", sources, steps)
    fetched = max(fetched, told)
    steps.append(Step("fetched", fetched))
    if fetched > last:
        return _known(notice, None, "portal_late", sources, steps)
    day = fetched + days.ONE_DAY
    return _known(notice, day, "portal", sources, [*steps, Step("day_after", day)])


def to_fetch(notice, figures):
    """Return the Deadline until which a notice has to be fetched from its portal."""
    figure = figure_of(PORTAL_DAYS, notice["day"], figures)
    day = notice["day"] + timedelta(days=figure.number)
    steps = (Step("told_portal", notice["day"]), Step("fetch_until", day, (("n", figure.number),)))
    sources = (Source(figure.norm, figure.stand),)
    key = f"{FETCH}.{notice['first']}"
    return Deadline(key, FETCH, day, "fetch", sources, steps, day, notice=notice["number"])


def _by_hand(notice, delivery, figures):
    written, real = notice["day"], notice.get("known_on")
    sources = source_of(delivery, written, figures)
    if real is None:  # the earliest day that it can have been: nobody is late by it
        steps = [Step(f"assumed_{delivery}", written)]
        return _known(notice, written, "assumed", sources, steps)
    day = max(real, written)
    return _known(notice, day, delivery, sources, [Step(f"got_{delivery}", day)])


def objection(notice, known, figures):
    """Return the Deadline of the objection: a month, or a year where the instruction is wrong."""
    right = bool(notice.get("instruction_right"))
    figure = figure_of(OBJECTION if right else OBJECTION_YEAR, known, figures)
    months = figure.number if right else figure.number * 12
    before = days.months_after(known, months)
    unit = "months" if right else "years"
    steps = [
        Step("counted_from", known + days.ONE_DAY, (("known", known),)),
        Step(unit, before, (("n", figure.number),)),
    ]
    return shifted(
        f"{OBJECTION}.{notice['first']}",
        OBJECTION,
        before,
        "month" if right else "year",
        (Source(figure.norm, figure.stand), *source_of(COUNTED, known, figures)),
        steps,
        figures,
        notice["number"],
        clipped(known, before),
    )


def final(notice, known, last, figures, objected=False):
    """Return the Deadline of the day from which a notice is final (bestandskräftig)."""
    key, number = f"{FINAL}.{notice['first']}", notice["number"]
    after, waived = last.day + days.ONE_DAY, notice.get("waived_on")
    sources = source_of(FINAL, known, figures) or last.sources
    if objected:
        steps = (Step("objected"),)
        return Deadline(key, FINAL, None, "objected", sources, steps, notice=number)
    if waived is not None and max(waived, known) < after:
        day = max(waived, known)
        steps = [Step("waived", waived)]
        if day > waived:
            steps.append(Step("not_before_known", day))
        sources = source_of("waiver", known, figures) or sources
        return Deadline(key, FINAL, day, "waived", sources, tuple(steps), day, notice=number)
    steps = (Step("objection_ends", last.day), Step("day_after", after))
    return Deadline(key, FINAL, after, "final", sources, steps, after, notice=number)
