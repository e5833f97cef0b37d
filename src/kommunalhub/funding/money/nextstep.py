"""What the money asks for next: to draw it while it can be drawn, and before it lapses."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.funding.applications.interfaces import INextStep
from kommunalhub.funding.money.account import Account
from kommunalhub.funding.money.drawdowns import rules
from kommunalhub.funding.money.said import NEAR_DAYS
from zope.interface import implementer


@implementer(INextStep)
class DrawMoney:
    """See INextStep."""

    order = 10

    def __init__(self, case, application):
        self.case, self.application = case, application

    def message(self):
        if not self.application.notices:
            return None
        account = Account(self.case, self.application)
        if not rules.may_be_asked(account.terms, account.drawn, account.day):
            return None
        left, last = formatting.money(account.left), account.terms.last_day
        if last is not None and (last - account.day).days <= NEAR_DAYS:
            return _(
                "next_drawdown_due",
                default="Draw what is left of the grant by ${day}: ${left}. After that it lapses.",
                mapping={"left": left, "day": formatting.day(last)},
            )
        return _(
            "next_drawdown",
            default="You can draw money now: ${left} of the grant are left. Ask only for what you "
            "will pay within ${months} months.",
            mapping={"left": left, "months": int(account.months.percent)},
        )
