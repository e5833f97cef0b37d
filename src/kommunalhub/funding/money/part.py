"""What the money adds to a case, see approvals.interfaces.ICasePart."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.money.account import NAMES
from kommunalhub.funding.money.account import sums_of
from kommunalhub.funding.money.proof.operations import settled
from kommunalhub.funding.money.storage import book_of
from kommunalhub.funding.money.storage import books_of
from kommunalhub.funding.money.storage import KEY


class MoneyPart(CasePart):
    """The catalog knows the sums, and conditions know whether a use is still to be proved.

    funding_sums: [{number, programme, title, state, applied, granted, drawn, paid_back}], amounts
    as text.
    """

    annotations = (KEY,)

    def known(self):
        applications = funding_of(self.case).applications
        if not applications:
            return {}
        sums = sums_of(self.case)
        return {
            "proofs_open": sum(self.is_open(one, sums) for one in applications.values()),
            "things": sum(len(book.things) for book in books_of(self.case).values()),
            "funding_sums": [
                {
                    "number": one.number,
                    "programme": one.programme,
                    "title": one.programme_title,
                    "state": one.state,
                    **{name: str(getattr(sums[one.number], name)) for name in NAMES},
                }
                for one in applications.values()
            ],
        }

    def is_open(self, application, sums):
        """Return whether money was granted and its use is not proved to the end."""
        if application.state in rules.NOT_COUNTED or not sums[application.number].granted:
            return False
        return not settled(book_of(self.case, application.number))
