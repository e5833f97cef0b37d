"""Sentences about the money of an application, for pages, REST and exports."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.funding.money.drawdowns import rules
from kommunalhub.funding.money.drawdowns.said import not_final


#: A drawdown that ends within so many days is warned of.
NEAR_DAYS = 42


def warnings(account):
    """Return [(look, sentence, source)] of what is wrong or soon will be; look: error, warning."""
    terms, found = account.terms, []
    if terms.needs_final and (terms.final_on is None or account.day < terms.final_on):
        found.append(("warning", not_final(terms.final_on), ""))
    found += [*_lying(account), *_owing(account), *_lapsing(account)]
    return found


def _lying(account):
    source = f"{account.months.source}; § 117a Abs. 4 LVwG"
    for parts, look in ((account.late, "error"), (account.soon, "warning")):
        if not parts:
            continue
        total = formatting.money(rules.total(part.amount for part in parts))
        interest = account.interest if look == "error" else account.at_stake
        yield look, _lying_sentence(parts, look, total), source
        if interest is not None and interest.amount:
            yield look, _interest_sentence(interest, look), interest_source(interest)


def _lying_sentence(parts, look, total):
    limit = formatting.day(min(part.limit for part in parts))
    if look == "warning":
        return _(
            "warn_use_soon",
            default="${amount} of the grant have to be used by ${day}.",
            mapping={"amount": total, "day": limit},
        )
    if all(part.why == rules.OWN_FUNDS for part in parts):
        return _(
            "warn_own_funds",
            default="${amount} of the grant were used although own or other funds were due.",
            mapping={"amount": total},
        )
    return _(
        "warn_used_late",
        default="${amount} of the grant were not used in time: the last day was ${day}.",
        mapping={"amount": total, "day": limit},
    )


def _interest_sentence(interest, look):
    amount = formatting.money(interest.amount)
    if look == "error":
        return _(
            "warn_interest",
            default="The funder may ask for interest: ${amount} until today.",
            mapping={"amount": amount},
        )
    return _(
        "warn_interest_at_stake",
        default="If it lies a day longer, interest may come to ${amount}.",
        mapping={"amount": amount},
    )


def interest_source(interest):
    """Return which rates an Interest was reckoned with."""
    rates = ", ".join(dict.fromkeys(formatting.percent(step.percent) for step in interest.steps))
    if interest.is_provisional:
        return _(
            "interest_provisional",
            default="${rates} a year, with the base rate of ${day}, the last one that is entered; "
            "a later one is missing",
            mapping={"rates": rates, "day": formatting.day(interest.newest)},
        )
    return _("interest_rates", default="${rates} a year", mapping={"rates": rates})


def _owing(account):
    if account.above:
        yield (
            "error",
            _(
                "warn_above_grant",
                default="You received ${amount} more than is granted now: it has to go back.",
                mapping={"amount": formatting.money(account.above)},
            ),
            "",
        )


def _lapsing(account):
    last = account.terms.last_day
    if account.lapsed:
        yield (
            "error",
            _(
                "warn_lapsed",
                default="${amount} have lapsed: nobody asked for them until ${day}.",
                mapping={
                    "amount": formatting.money(account.lapsed),
                    "day": formatting.day(last),
                },
            ),
            "",
        )
    elif last is not None and account.left and (last - account.day).days <= NEAR_DAYS:
        yield (
            "warning",
            _(
                "warn_lapsing",
                default="${amount} lapse if nobody asks for them until ${day}.",
                mapping={"amount": formatting.money(account.left), "day": formatting.day(last)},
            ),
            "",
        )


def plan_rule(found):
    """Return the sentence on how far the plan may be exceeded, from figures of a statement."""
    if found["financing"] == rules.FIXED:
        return _(
            "plan_rule_fixed",
            default="For a fixed sum it does not matter how costs moved between the items.",
        )
    limits = found["limits"]
    return _(
        "plan_rule",
        default="A single item may exceed the plan by ${item} % if it is saved elsewhere, "
        "the whole by ${whole} % if you pay that yourselves (${source}).",
        mapping={
            "item": f"{limits['item'].normalize():f}",
            "whole": f"{limits['whole'].normalize():f}",
            "source": limits["source"],
        },
    )
