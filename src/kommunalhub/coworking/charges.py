"""What an application costs, and whether its price may be an aid: said beforehand, on its page."""

from dataclasses import dataclass
from decimal import Decimal
from kommunalhub import _
from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.booking.prices import operations as prices
from kommunalhub.core import formatting
from kommunalhub.core.tools import catalog
from kommunalhub.coworking import places
from kommunalhub.coworking import rules


#: The kind of applicant that pays the full price.
FULL = "company"
#: Kinds of applicant that are undertakings; others get no aid in this sense.
UNDERTAKINGS = ("startup", "company")


@dataclass(frozen=True)
class Charge:
    """What an application costs in EUR: amount and deposit; full: what a company would pay.

    is_fixed: whether the amount is owed as a whole; else it is the most that bookings can cost.
    """

    amount: Decimal
    deposit: Decimal
    full: Decimal
    is_fixed: bool

    @property
    def reduction(self):
        return max(self.full - self.amount, Decimal(0))


def charge_of(application):
    """Return the Charge of an application, None without a price list or a space of the kind."""
    extra = ICaseExtra(application)()
    fixed = places.space_of(extra.get("fixed_space"))
    space = fixed or _any_of(extra.get("space_kind"))
    if space is None or not extra.get("start") or not extra.get("end"):
        return None
    spans = places.spans_of(extra, application.start)
    own, full = (prices.price_of(space, kind, spans) for kind in (rules.kind_of(extra), FULL))
    if own is None or full is None:
        return None
    deposit = own.deposit if fixed is not None else Decimal(0)
    return Charge(own.amount, deposit, full.amount, fixed is not None)


def _any_of(kind):
    """Return one of the Spaces of a kind, the first in the order of their section; or None."""
    found = catalog().unrestrictedSearchResults(
        portal_type="Space", space_kind=kind, sort_on="getObjPositionInParent"
    )
    return found[0]._unrestrictedGetObject() if kind and found else None


def rows(charge):
    """Return [(label, text)] of what is told of a Charge; empty for None."""
    if charge is None:
        return []
    amount = formatting.money(charge.amount)
    if not charge.amount:
        told = _("charge_free", default="free of charge")
    elif charge.is_fixed:
        told = _("charge_total", default="${eur} for the whole period", mapping={"eur": amount})
    else:
        told = _(
            "charge_most",
            default="by what is booked; ${eur} at most, with every day of the period",
            mapping={"eur": amount},
        )
    found = [(_("label_charge", default="Price"), told)]
    if charge.deposit:
        found.append((_("label_deposit", default="Deposit"), formatting.money(charge.deposit)))
    return found


def hint(application, charge):
    """Return the sentence on a possible De-minimis aid, None where there is no occasion for it.

    Source: Regulation (EU) 2023/2831, Art. 3: 300,000 EUR for a single undertaking and Member
    State in three years.
    """
    if charge is None or not charge.reduction:
        return None
    if rules.kind_of(ICaseExtra(application)()) not in UNDERTAKINGS:
        return None
    return _(
        "hint_de_minimis",
        default="The reduced price may be a De-minimis aid: up to ${eur} less than companies pay. "
        "Regulation (EU) 2023/2831, Art. 3: at most 300,000 € in three years for a single "
        "undertaking. This is a hint, not a decision.",
        mapping={"eur": formatting.money(charge.reduction)},
    )
