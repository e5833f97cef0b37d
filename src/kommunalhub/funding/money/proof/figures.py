"""The figures of a statement of use, as they stand now or stood when it was handed in."""

from kommunalhub.funding.money import figures
from kommunalhub.funding.money.interest import interest_of
from kommunalhub.funding.money.interest import NoRate
from kommunalhub.funding.money.proof import rules
from kommunalhub.funding.money.terms import planned_of


def figures_of(account, third):
    """Return the figures as plain values that can be kept; third: what came from others.

    lines: [{title, planned, planned_eligible, gross, eligible, difference, percent, finding}];
    whole: the same of all; funds: [{kind, planned, actual}]; result: the grant that remains.
    """
    terms = account.terms
    limits, source = figures.limits(account.day)
    found = rules.compare(planned_of(account.case), account.book.spent(), terms.financing, limits)
    result = rules.result(terms, found.whole.eligible, third)
    held = account.received - account.paid_back
    repay = rules.repayment(result, account.received, account.paid_back)
    own = found.whole.gross - third - min(held, found.whole.gross)
    return {
        "day": account.day,
        "financing": terms.financing,
        "rate": terms.rate,
        "grant": terms.grant,
        "lines": tuple(line_of(line) for line in found.lines),
        "whole": line_of(found.whole),
        "funds": (
            {"kind": "grant", "planned": terms.grant, "actual": held},
            {"kind": "third", "planned": terms.third, "actual": third},
            {"kind": "own", "planned": terms.own, "actual": own},
        ),
        "result": result,
        "received": account.received,
        "paid_back": account.paid_back,
        "repay": repay,
        "still_due": rules.still_due(result, account.received, account.paid_back),
        "interest": interest_of_repayment(account, repay),
        "needs_agreement": bool(found.needs_agreement),
        "limits": {"item": limits.item, "whole": limits.whole, "source": source},
    }


def line_of(line):
    return {
        "title": line.title,
        "planned": line.planned,
        "planned_eligible": line.planned_eligible,
        "gross": line.gross,
        "eligible": line.eligible,
        "difference": line.difference,
        "percent": line.percent,
        "finding": line.finding,
    }


def interest_of_repayment(account, repay):
    """Return what interest on a repayment of today could come to, None where nobody can say."""
    spans = rules.repayment_spans(repay, account.drawn, account.day)
    try:
        return interest_of(spans, figures.base_rates(), figures.points()).amount
    except NoRate:
        return None
