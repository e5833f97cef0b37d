"""What a grant asks for, and until when; pure."""

from collections import Counter
from kommunalhub.funding.deadlines import days
from kommunalhub.funding.deadlines.terms import clipped
from kommunalhub.funding.deadlines.terms import CONDITION
from kommunalhub.funding.deadlines.terms import COUNTED
from kommunalhub.funding.deadlines.terms import Deadline
from kommunalhub.funding.deadlines.terms import DRAWDOWN
from kommunalhub.funding.deadlines.terms import EARMARK
from kommunalhub.funding.deadlines.terms import figure_of
from kommunalhub.funding.deadlines.terms import INTERIM
from kommunalhub.funding.deadlines.terms import named_by
from kommunalhub.funding.deadlines.terms import NoFigure
from kommunalhub.funding.deadlines.terms import PERIOD
from kommunalhub.funding.deadlines.terms import PROOF
from kommunalhub.funding.deadlines.terms import RECEIPTS
from kommunalhub.funding.deadlines.terms import shifted
from kommunalhub.funding.deadlines.terms import source_of
from kommunalhub.funding.deadlines.terms import Step


def of_grant(family, notice, figures, final_on=None, proved=None):
    """Return the Deadlines that a grant brings; family: number of its first notice."""
    ends = [
        *_period(family, notice, figures),
        *_drawdown(family, notice, figures, final_on),
        *_interim(family, notice, figures),
        *_proof(family, notice, figures),
    ]
    proof = next((one for one in ends if one.kind == PROOF), None)
    return [
        *ends,
        *_receipts(family, notice, figures, proof, proved),
        *_earmark(family, notice, figures),
        *_conditions(family, notice, figures),
    ]


def _period(family, notice, figures):
    if notice.get("period_to"):
        yield named_by(family, PERIOD, notice["period_to"], notice, figures, "period_to", PERIOD)


def _drawdown(family, notice, figures, final_on):
    day = notice.get("drawdown_by")
    if not day:
        return
    more = ()
    if notice.get("needs_final"):
        code = "final_unknown" if final_on is None else "final_first"
        if final_on is not None and final_on > day:
            code = "final_too_late"
        more = (Step(code, final_on),)
    yield named_by(family, DRAWDOWN, day, notice, figures, "named", more=more)


def _interim(family, notice, figures):
    """Each is known by its year: one that is taken out leaves the others what they are."""
    seen = Counter()
    for day in sorted(notice.get("interim") or ()):
        seen[day.year] += 1
        part = str(day.year) if seen[day.year] == 1 else f"{day.year}-{seen[day.year]}"
        yield named_by(family, INTERIM, day, notice, figures, "named", part=part)


def _proof(family, notice, figures):
    """A fixed day stays; months after the period end on a working day."""
    asked, ends = notice.get("proof") or {}, notice.get("period_to")
    if asked.get("fixed"):
        yield named_by(family, PROOF, asked["fixed"], notice, figures, "named")
        return
    months = asked.get("months")
    if months is None:
        return
    key = f"{PROOF}.{family}"
    if not ends:
        steps = (Step("period_unknown", None, (("n", months),)),)
        sources = source_of(COUNTED, notice["day"], figures)
        yield Deadline(key, PROOF, None, "period_unknown", sources, steps, notice=notice["number"])
        return
    before = days.months_after(ends, months)
    steps = [Step("period_ends", ends), Step("months", before, (("n", months),))]
    sources = source_of(COUNTED, notice["day"], figures)
    yield shifted(
        key,
        PROOF,
        before,
        "after_period",
        sources,
        steps,
        figures,
        notice["number"],
        clipped(ends, before),
    )


def _receipts(family, notice, figures, proof, proved):
    """Receipts are kept from the day on which the statement of use was handed in."""
    start = proved or (proof.day if proof is not None else None)
    if start is None:
        return
    years, said = notice.get("receipts_years"), True
    sources = source_of(RECEIPTS, notice["day"], figures)
    if years is None:
        try:
            years, said = figure_of(RECEIPTS, notice["day"], figures).number, False
        except NoFigure:
            return
    day = days.months_after(start, years * 12)
    first = Step("proved", start) if proved else Step("proof_due", start)
    steps = (first, Step("years" if said else "years_usual", day, (("n", years),)))
    key = f"{RECEIPTS}.{family}"
    rule = "receipts" if said else "receipts_usual"
    yield Deadline(key, RECEIPTS, day, rule, sources, steps, day, notice=notice["number"])


def _earmark(family, notice, figures):
    """What was paid for is used as promised for some years; without a first day, from the end."""
    years = notice.get("earmark_years")
    if not years:
        return
    start, named = notice.get("earmark_from"), True
    if start is None:
        start, named = notice.get("period_to"), False
    key, number = f"{EARMARK}.{family}", notice["number"]
    sources = source_of(EARMARK, notice["day"], figures)
    if start is None:
        steps = (Step("earmark_unknown", None, (("n", years),)),)
        yield Deadline(key, EARMARK, None, "earmark_unknown", sources, steps, notice=number)
        return
    day = days.months_after(start, years * 12)
    steps = (
        Step("earmark_from" if named else "earmark_assumed", start),
        Step("years", day, (("n", years),)),
    )
    rule = "earmark" if named else "earmark_assumed"
    yield Deadline(key, EARMARK, day, rule, sources, steps, day, notice=number)


def _conditions(family, notice, figures):
    for condition in notice.get("conditions") or ():
        if condition.get("due"):
            yield named_by(
                family,
                CONDITION,
                condition["due"],
                notice,
                figures,
                "named",
                part=condition["id"],
                text=condition.get("text") or "",
                owner=condition.get("owner") or "",
                done_on=condition.get("done_on"),
            )


def valid_until(kind, day, figures):
    """Return the Deadline until which a permission of the application is valid."""
    if day is None:
        return []
    steps = [Step("valid_until", day)]
    if days.hindrance(day):
        steps.append(Step("stays", day))
    sources = source_of(kind, day, figures)
    return [Deadline(kind, kind, day, "valid_until", sources, tuple(steps), day)]
