"""What the book of an application knows to be done: its deadlines need no report by hand."""

from kommunalhub.funding.applications.interfaces import IMet
from kommunalhub.funding.money.account import Account
from kommunalhub.funding.money.proof.operations import answered_proof
from kommunalhub.funding.money.proof.operations import open_proof
from kommunalhub.funding.money.proof.operations import settled
from zope.interface import implementer


@implementer(IMet)
class Met:
    """See IMet."""

    def __init__(self, case, application):
        self.account = Account(case, application)

    def days(self):
        account, book = self.account, self.account.book
        if not account.terms.grant:
            return {}
        found = {}
        if not account.left:
            found["drawdown"] = max(one.asked_on for one in account.drawn if not one.dropped)
        statement = open_proof(book) or answered_proof(book)
        if statement is not None:
            found["proof"] = statement["day"]
        if settled(book):
            return dict.fromkeys(("drawdown", "interim", "period"), statement["day"]) | found
        return found

    def interims(self):
        return sorted(
            row["day"]
            for row in self.account.book.proofs.values()
            if row["kind"] == "interim" and row["taken_back"] is None
        )
