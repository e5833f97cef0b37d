"""@@auslastung of a folder of spaces: how full they were, as pictures, tables and a workbook."""

from babel.dates import get_day_names
from babel.numbers import format_decimal
from functools import cached_property
from kommunalhub import _
from kommunalhub.booking.browser.reporting import NO_PARTNER
from kommunalhub.booking.browser.reporting import Report
from kommunalhub.booking.prices import entering
from kommunalhub.booking.reports import occupancy
from kommunalhub.booking.reports.occupancy import Occupancy
from kommunalhub.core import charts
from kommunalhub.core import formatting
from kommunalhub.core import workbook
from kommunalhub.partners.titles import short_title_of


TITLES = {
    occupancy.MONTH: _("occupancy_by_month", default="By month"),
    occupancy.WEEKDAY: _("occupancy_by_weekday", default="By day of the week"),
    occupancy.DESK: _("occupancy_by_space", default="By space"),
    occupancy.PARTNER: _("occupancy_by_partner", default="By administration"),
    occupancy.APPLICANT: _("occupancy_by_applicant", default="By kind of applicant"),
}
COLUMNS = {
    occupancy.MONTH: _("figures_col_month", default="Month"),
    occupancy.WEEKDAY: _("occupancy_col_weekday", default="Day of the week"),
    occupancy.DESK: _("occupancy_col_space", default="Space"),
    occupancy.PARTNER: _("figures_col_partner", default="Administration"),
    occupancy.APPLICANT: _("price_col_applicant", default="For whom"),
}
NOT_TOLD = _("occupancy_not_told", default="not told: too few people")


class OccupancyPage(Report):
    """How full the spaces were, as pictures and the same as tables."""

    name = "auslastung"

    @cached_property
    def occupancy(self):
        return Occupancy(self.context, self.asked)

    def title_of(self, what, key):
        if what == occupancy.MONTH:
            return formatting.month(key)
        if what == occupancy.WEEKDAY:
            return get_day_names("wide", locale="de")[key]
        if what == occupancy.DESK:
            return self.occupancy.spaces[key].Title()
        if what == occupancy.PARTNER:
            return short_title_of(key) if key else self.said(NO_PARTNER)
        return self.said(entering.applicant_kinds()[key])

    def least(self):
        return self.occupancy.least

    @cached_property
    def total(self):
        return self.line("", self.occupancy.total())

    @cached_property
    def tables(self):
        """[{name, title, column, lines, picture}], each with its picture."""
        found = []
        for what, title in TITLES.items():
            lines = [
                self.line(self.title_of(what, row.key), row)
                for row in self.occupancy.table(what)
                if what != occupancy.WEEKDAY or row.open or row.minutes
            ]
            found.append(
                {
                    "name": what,
                    "title": title,
                    "column": COLUMNS[what],
                    "lines": lines,
                    "has_share": any(line["row"].open is not None for line in lines),
                    "picture": self.picture(what, title, lines),
                }
            )
        return found

    def line(self, title, row):
        told = row.is_told
        return {
            "title": title,
            "row": row,
            "bookings": row.bookings if told else None,
            "hours": hours(row.minutes) if told else None,
            "share": f"{row.share} %" if told and row.share is not None else "–",
        }

    def picture(self, what, title, lines):
        """Return lying bars: percent of the time there was, hours where there is no such thing."""
        rows = []
        for line in lines:
            row = line["row"]
            number = row.share if row.open is not None else row.minutes / 60
            words = line["share"] if row.open is not None else f"{line['hours']} h"
            not_told = (line["title"], None, self.said(NOT_TOLD))
            rows.append((line["title"], number, words) if row.is_told else not_told)
        is_share = any(line["row"].open is not None for line in lines)
        most = 100 if is_share else max((number or 0 for _t, number, _w in rows), default=0)
        text = _("figures_chart_text", default="The table below gives the same numbers.")
        return charts.lying_bars(self.said(title), self.said(text), rows, most, f"chart-{what}")

    def has_hidden(self):
        return any(line["bookings"] is None for one in self.tables for line in one["lines"])


class OccupancyDownload(OccupancyPage):
    """The tables as sheets of a workbook."""

    def __call__(self):
        data = workbook.workbook_of([self.sheet(table) for table in self.tables])
        return workbook.answer(self.request.response, data, f"auslastung-{self.asked.first}")

    def sheet(self, table):
        head = [table["column"], *SHEET_HEAD]
        rows = [
            (line["title"], *numbers_of(line["row"], self.said(NOT_TOLD)))
            for line in table["lines"]
        ]
        return self.said(table["title"]), [self.said(name) for name in head], rows


SHEET_HEAD = (
    _("occupancy_col_bookings", default="Bookings"),
    _("occupancy_col_hours", default="Hours booked"),
    _("occupancy_col_open", default="Hours to book"),
    _("occupancy_col_share", default="Percent"),
)


def numbers_of(row, not_told):
    if not row.is_told:
        return (not_told,)
    opened = round(row.open / 60, 2) if row.open is not None else None
    return row.bookings, round(row.minutes / 60, 2), opened, row.share


def hours(minutes):
    """Return hours with one decimal at most, `3,5`."""
    return format_decimal(round(minutes / 60, 1), locale="de")
