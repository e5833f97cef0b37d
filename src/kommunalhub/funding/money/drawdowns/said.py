"""Sentences about drawdowns."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.funding.money.drawdowns import rules


TOO_MANY = _("error_money_rows", default="There are too many entries here already.")
DONE = _("error_drawdown_done", default="This drawdown is finished: it came or was dropped.")


def refused(refusal):
    """Return {field: sentence} of a rules.Refusal of a new drawdown."""
    if refusal.code == rules.NO_GRANT:
        message = _(
            "drawdown_no_grant",
            default="Nothing is granted yet: please record the notice of the funder first.",
        )
        return {"amount": message}
    if refusal.code == rules.NOT_FINAL:
        return {"day": not_final(refusal.day)}
    if refusal.code == rules.TOO_EARLY:
        message = _(
            "drawdown_too_early",
            default="Money can be asked for from ${day} on: before, nothing was granted.",
            mapping={"day": formatting.day(refusal.day)},
        )
        return {"day": message}
    if refusal.code == rules.TOO_LATE:
        message = _(
            "drawdown_too_late",
            default="${day} was the last day to ask for money. What was not drawn by then has "
            "lapsed; only the funder can extend the time.",
            mapping={"day": formatting.day(refusal.day)},
        )
        return {"day": message}
    if refusal.code == rules.ABOVE_GRANT:
        message = _(
            "drawdown_above_grant",
            default="Of the grant ${left} are left. More cannot be asked for.",
            mapping={"left": formatting.money(refusal.amount)},
        )
        return {"amount": message}
    message = _(
        "drawdown_above_need",
        default="For these payments you may ask for ${most} now, with regard to own and other "
        "funds and to what was drawn before.",
        mapping={"most": formatting.money(refusal.amount)},
    )
    return {"amount": message}


def not_final(day):
    """Return why nothing is paid out yet; day: since when the notice is final, or None."""
    if day is None:
        return _(
            "drawdown_not_final",
            default="The funder pays only once the notice is final. Please record that first.",
        )
    return _(
        "drawdown_not_final_before",
        default="The funder pays only once the notice is final: from ${day} on.",
        mapping={"day": formatting.day(day)},
    )


def too_much_came(refusal):
    return _(
        "drawdown_too_much_came",
        default="At most ${most} can come for this drawdown.",
        mapping={"most": formatting.money(refusal.amount)},
    )


def more_than_held(held):
    return _(
        "error_paid_back_more",
        default="On this day you had ${held} of the grant: more cannot be paid back.",
        mapping={"held": formatting.money(held)},
    )
