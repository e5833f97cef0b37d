"""@@belege of a folder of spaces: what is to be paid, for the treasury; also as a workbook."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import said
from kommunalhub.booking.browser.occupancy import SHEET_HEAD
from kommunalhub.booking.browser.reporting import NO_PARTNER
from kommunalhub.booking.browser.reporting import Report
from kommunalhub.booking.prices import entering
from kommunalhub.booking.reports import receipts
from kommunalhub.booking.rules import Span
from kommunalhub.core import formatting
from kommunalhub.core import workbook
from kommunalhub.core.persons import name_of
from kommunalhub.partners.titles import short_title_of


STATES = {
    receipts.BOOKED: _("receipt_booked", default="booked"),
    receipts.GIVEN_BACK: _("receipt_given_back", default="given back late"),
    receipts.MISSED: _("receipt_missed", default="did not come"),
}
KINDS = {
    bookings.BOOKING: _("receipt_kind_booking", default="Booking"),
    bookings.FIXED: _("receipt_kind_fixed", default="Fixed place"),
}
GONE = _("receipt_account_gone", default="account deleted")
HEAD = (
    _("receipt_col_number", default="Receipt"),
    _("receipt_col_start", default="Beginning"),
    _("receipt_col_end", default="End"),
    _("occupancy_col_space", default="Space"),
    _("receipt_col_kind", default="What"),
    _("receipt_col_state", default="State"),
    _("figures_col_partner", default="Administration"),
    _("price_col_applicant", default="For whom"),
    _("receipt_col_person", default="Name"),
    _("receipt_col_price", default="Price"),
    _("receipt_col_deposit", default="Deposit"),
    _("receipt_col_made", default="Booked on"),
)
#: Lines of receipts on the page; the workbook has all.
MOST_LINES = 200


class ReceiptsPage(Report):
    """What is to be paid, for the treasury."""

    name = "belege"

    @cached_property
    def receipts(self):
        return receipts.receipts_of(self.context, self.asked)

    def sums(self):
        return [
            {
                "partner": self.partner_title(partner),
                "applicant": self.applicant_title(applicant),
                "count": count,
                "price": formatting.money(price),
                "deposit": formatting.money(deposit) if deposit else "–",
            }
            for partner, applicant, count, price, deposit in receipts.sums(self.receipts)
        ]

    def lines(self):
        return [
            {
                "number": one.number,
                "when": said.when(Span(one.start, one.end)),
                "space": one.space,
                "state": STATES[one.state],
                "who": self.who(one),
                "price": formatting.money(one.price),
                "deposit": formatting.money(one.deposit) if one.deposit else "–",
            }
            for one in self.receipts[:MOST_LINES]
        ]

    def left_out(self):
        return max(len(self.receipts) - MOST_LINES, 0)

    def who(self, one):
        name = name_of(one.person) if one.person else self.said(GONE)
        return f"{name} ({short_title_of(one.partner)})" if one.partner else name

    def partner_title(self, partner):
        return short_title_of(partner) if partner else self.said(NO_PARTNER)

    def applicant_title(self, applicant):
        title = entering.applicant_kinds().get(applicant, applicant)
        return self.said(title)


class ReceiptsDownload(ReceiptsPage):
    """All lines, and the sums by administration and kind of applicant."""

    def __call__(self):
        rows = [
            (
                one.number,
                one.start,
                one.end,
                one.space,
                self.said(KINDS[one.kind]),
                self.said(STATES[one.state]),
                self.partner_title(one.partner),
                self.applicant_title(one.applicant),
                name_of(one.person) if one.person else self.said(GONE),
                one.price,
                one.deposit,
                one.made,
            )
            for one in self.receipts
        ]
        sums = [
            (self.partner_title(partner), self.applicant_title(applicant), *numbers)
            for partner, applicant, *numbers in receipts.sums(self.receipts)
        ]
        sheets = [
            (_("title_receipts", default="Receipts"), HEAD, rows),
            (_("receipts_sheet_sums", default="Sums"), SUM_HEAD, sums),
        ]
        data = workbook.workbook_of(
            (self.said(title), [self.said(name) for name in head], lines)
            for title, head, lines in sheets
        )
        return workbook.answer(self.request.response, data, f"belege-{self.asked.first}")


SUM_HEAD = (HEAD[6], HEAD[7], SHEET_HEAD[0], HEAD[9], HEAD[10])
