"""@@supportzahlen: the figures of support; @@supportzahlen.xlsx: the same as a workbook."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.figures.browser import month_title
from kommunalhub.approvals.figures.browser import option
from kommunalhub.core import charts
from kommunalhub.core import workbook
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from kommunalhub.support.browser.clock import durations
from kommunalhub.support.reports import rules
from kommunalhub.support.reports.reading import Chosen
from kommunalhub.support.reports.reading import Report
from kommunalhub.support.reports.reading import SPANS
from Products.Five import BrowserView
from urllib.parse import urlencode
from zope.i18n import translate


NONE = _("support_figures_none", default="without")
AGES = (
    _("support_age_day", default="less than a day"),
    _("support_age_week", default="less than a week"),
    _("support_age_month", default="less than 30 days"),
    _("support_age_older", default="30 days or more"),
)
COLUMNS = (
    ("reported", _("support_col_reported", default="Reported")),
    ("solved", _("support_col_solved", default="Solved of these")),
    ("reaction", _("support_col_reaction", default="First answer")),
    ("reaction_kept", _("support_col_reaction_kept", default="First answer as promised")),
    ("solution", _("support_col_solution", default="Solution")),
    ("solution_kept", _("support_col_solution_kept", default="Solution as promised")),
    ("reopened", _("support_col_reopened", default="Opened again")),
)
HELPED = _("support_col_helped", default="„That helped“")
MONTH = _("figures_col_month", default="Month")
GROUPS = (
    ("category", _("support_by_category", default="By subject")),
    ("partner", _("support_by_partner", default="By administration")),
)


class Numbers(BrowserView):
    """What page and download share: what was chosen."""

    @cached_property
    def chosen(self):
        """The filters of this request, unknown values left out."""
        form = self.request.form
        partner, category = text(form.get("partner")), text(form.get("category"))
        months = text(form.get("months"))
        return Chosen(
            partner if partner in partner_ids() else "",
            category if category in self.categories else "",
            int(months) if months in map(str, SPANS) else SPANS[0],
        )

    @cached_property
    def report(self):
        return Report(self.chosen)

    @cached_property
    def categories(self):
        return titles_of("kommunalhub.support_categories")

    def said(self, message):
        return translate(message, context=self.request)

    def title_of(self, name, value):
        """Return what to call a value that tickets are grouped by."""
        if not value:
            return self.said(NONE)
        return short_title_of(value) if name == "partner" else self.categories.get(value, value)

    def groupings(self):
        """Return [(heading, [(title, Sums)])]."""
        return [
            (
                heading,
                [
                    (self.title_of(name, value), sums)
                    for value, sums in rules.grouped(self.report.tickets, name).items()
                ],
            )
            for name, heading in GROUPS
        ]


class ReportPage(Numbers):
    """The page; nothing on it is about a person, and nobody who works here is ranked."""

    columns = COLUMNS
    helped_title = HELPED
    month_column = MONTH

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@supportzahlen"

    def download_url(self):
        query = {name: getattr(self.chosen, name) for name in ("partner", "category", "months")}
        return f"{self.url}.xlsx?{urlencode({k: v for k, v in query.items() if v})}"

    # What can be chosen: [{value, title, selected}].

    def partners(self):
        return [option(p, short_title_of(p), self.chosen.partner) for p in partner_ids()]

    def subjects(self):
        return [
            option(value, title, self.chosen.category) for value, title in self.categories.items()
        ]

    def spans(self):
        return [
            option(
                span,
                _("figures_months", default="the last ${n} months", mapping={"n": span}),
                self.chosen.months,
            )
            for span in sorted(SPANS)
        ]

    # What is shown.

    @cached_property
    def months(self):
        """Return [{title, cells, helped}], the oldest first."""
        helped = self.report.helped
        return [
            {"title": month_title(month), "cells": cells_of(sums), "helped": helped[month]}
            for month, sums in self.report.by_month()
        ]

    def whole(self):
        return cells_of(rules.sums(self.report.tickets))

    def helped_sum(self):
        return sum(row["helped"] for row in self.months)

    def tables(self):
        """Return [{id, title, rows: [{title, cells}]}] of the groups."""
        return [
            {
                "id": f"gruppe-{number}",
                "title": heading,
                "rows": [{"title": title, "cells": cells_of(sums)} for title, sums in rows],
            }
            for number, (heading, rows) in enumerate(self.groupings(), start=1)
        ]

    def ages(self):
        """Return [{title, number}] of how old the open tickets are."""
        found = rules.ages(self.report.open)
        return [
            {"title": title, "number": number} for title, number in zip(AGES, found, strict=True)
        ]

    def satisfied(self):
        return self.report.satisfied()

    def picture(self):
        """Return the months as bars (SVG); the table below it says the same."""
        months = self.report.by_month()
        return charts.bars(
            title=self.said(
                _("support_chart_title", default="Tickets reported, and solved of these, by month")
            ),
            text=self.said(
                _("figures_chart_text", default="The table below gives the same numbers.")
            ),
            labels=[month_title(month, short=True) for month, _sums in months],
            series=[
                (self.said(COLUMNS[0][1]), [sums.reported for _month, sums in months]),
                (self.said(COLUMNS[1][1]), [sums.solved for _month, sums in months]),
            ],
        )


class ReportDownload(Numbers):
    """The workbook: months, groups and the age of what is open; times in minutes."""

    def __call__(self):
        sheets = [self.sheet(MONTH, [(m, sums) for m, sums in self.report.by_month()])]
        sheets += [self.sheet(heading, rows) for heading, rows in self.groupings()]
        ages = zip(map(self.said, AGES), rules.ages(self.report.open), strict=True)
        open_now = self.said(_("support_backlog", default="Open now"))
        sheets.append((open_now, [open_now, self.said(COLUMNS[0][1])], list(ages)))
        data = workbook.workbook_of(sheets)
        name = f"supportzahlen-{self.report.today.isoformat()}"
        return workbook.answer(self.request.response, data, name)

    def sheet(self, heading, rows):
        head = [self.said(heading), *(self.said(title) for _name, title in COLUMNS)]
        return (
            self.said(heading),
            head,
            [
                [title, *(plain(getattr(sums, name)) for name, _title in COLUMNS)]
                for title, sums in rows
            ],
        )


def plain(value):
    """Return a number as a workbook takes it: times in minutes."""
    return round(value.total_seconds() / 60) if hasattr(value, "total_seconds") else value


def cells_of(sums):
    """Return [{title, text}] of Sums, in the order of COLUMNS."""
    return [{"title": title, "text": _shown(name, getattr(sums, name))} for name, title in COLUMNS]


def _shown(name, value):
    if value is None:
        return "–"
    if name in ("reaction", "solution"):
        return durations(value)
    return f"{value}\u00a0%" if name.endswith("_kept") else str(value)
