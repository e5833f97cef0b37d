"""What the sections about money on the page of an application share."""

from functools import cached_property
from kommunalhub.funding.applications.browser.overview import ApplicationPart
from kommunalhub.funding.money.account import Account


class MoneyPart(ApplicationPart):
    """A section that shows once something was granted."""

    template = None

    @cached_property
    def account(self):
        return Account(self.context, self.application)

    @property
    def book(self):
        return self.account.book

    def html(self):
        if not self.application.notices and not self.book.drawdowns:
            return ""
        return self.template()

    def link(self, view, row=None):
        """Return the address of a form about this application, or about a row of its book."""
        url = f"{self.base}/@@{view}/{self.application.number}"
        return url if row is None else f"{url}/{row}"
