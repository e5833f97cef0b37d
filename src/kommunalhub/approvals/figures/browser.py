"""@@zahlen: the figures as tables and a picture; @@zahlen.xlsx: the same, month by month."""

from babel.dates import format_date
from babel.numbers import format_decimal
from datetime import date
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.figures.operations import until
from kommunalhub.approvals.figures.reading import Chosen
from kommunalhub.approvals.figures.reading import Figures
from kommunalhub.approvals.figures.reading import LEAST_PEOPLE
from kommunalhub.approvals.figures.reading import SPANS
from kommunalhub.approvals.figures.workbook import workbook_of
from kommunalhub.approvals.processes import case_types
from kommunalhub.core import charts
from kommunalhub.core import registry
from kommunalhub.core import workbook
from kommunalhub.core.titles import state_title
from kommunalhub.core.titles import type_title
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from plone import api
from Products.Five import BrowserView
from urllib.parse import urlencode
from zope.i18n import translate


CAME = _("figures_came", default="came in")
DONE = _("figures_done", default="finished")


class Numbers(BrowserView):
    """What page and download share: what was chosen."""

    @cached_property
    def chosen(self):
        """The filters of this request, unknown values left out."""
        form = self.request.form
        portal_type, partner = text(form.get("type")), text(form.get("partner"))
        months = text(form.get("months"))
        return Chosen(
            portal_type if portal_type in case_types() else "",
            partner if partner in partner_ids() else "",
            int(months) if months in map(str, SPANS) else SPANS[0],
        )

    @cached_property
    def figures(self):
        return Figures(self.chosen)

    def said(self, message):
        return translate(message, context=self.request)


class FiguresPage(Numbers):
    """The page; nothing on it is about a person."""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@zahlen"

    def download_url(self):
        query = {
            "type": self.chosen.portal_type,
            "partner": self.chosen.partner,
            "months": self.chosen.months,
        }
        return f"{self.url}.xlsx?{urlencode({k: v for k, v in query.items() if v})}"

    def until(self):
        return until(self.figures.ledger)

    # What can be chosen: [{value, title, selected}].

    def types(self):
        tool = api.portal.get_tool("portal_types")
        return [
            option(name, type_title(name), self.chosen.portal_type)
            for name in case_types()
            if name in tool
        ]

    def partners(self):
        return [option(p, short_title_of(p), self.chosen.partner) for p in partner_ids()]

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
    def present(self):
        """Return [{type, partner, open, overdue}] with titles."""
        return [
            {
                **row,
                "type": type_title(row["type"]),
                "partner": short_title_of(row["partner"]),
            }
            for row in self.figures.present()
        ]

    def sums(self):
        return {name: sum(row[name] for row in self.present) for name in ("open", "overdue")}

    @cached_property
    def flow(self):
        """Return the rows of months, each with its name."""
        return [{**row, "title": month_title(row["month"])} for row in self.figures.flow()]

    def flow_sums(self):
        return {name: sum(row[name] for row in self.flow) for name in ("came", "done", "overdue")}

    def is_empty(self):
        return not any(row["came"] or row["done"] or row["open"] for row in self.flow)

    def picture(self):
        """Return the months as bars (SVG); the table beside it says the same."""
        return charts.bars(
            title=self.said(
                _("figures_chart_title", default="Cases that came in and were finished, by month")
            ),
            text=self.said(
                _("figures_chart_text", default="The table below gives the same numbers.")
            ),
            labels=[month_title(row["month"], short=True) for row in self.flow],
            series=[
                (self.said(CAME), [row["came"] for row in self.flow]),
                (self.said(DONE), [row["done"] for row in self.flow]),
            ],
        )

    @cached_property
    def times(self):
        """Return [{type, state, times, months}]; months: the medians, in order, as texts."""
        return [
            {
                "type": type_title(row["type"]),
                "state": state_title(row["type"], row["state"]),
                "times": shown_times(row["times"]),
                "months": [
                    number(row["by_month"][month].median) if month in row["by_month"] else "–"
                    for month in self.figures.months
                ],
            }
            for row in self.figures.times()
        ]

    def has_hidden(self):
        return any(row["times"] is None for row in self.times)

    def least(self):
        return registry.read(LEAST_PEOPLE, 1)

    def month_titles(self):
        return [month_title(month, short=True) for month in self.figures.months]


class FiguresDownload(Numbers):
    """The workbook: what is open now, each month by kind and administration, times by state."""

    def __call__(self):
        data = workbook_of(self.figures, self.said)
        day = self.figures.now.date().isoformat()
        return workbook.answer(self.request.response, data, f"zahlen-{day}")


def option(value, title, chosen):
    return {"value": value, "title": title, "selected": value == chosen}


def month_title(month, short=False):
    """Return `November 2026`, short `11/26`."""
    year, number_ = month.split("-")
    if short:
        return f"{number_}/{year[2:]}"
    return format_date(date(int(year), int(number_), 1), "LLLL y", locale="de")


def number(value):
    """Return a number of days with one decimal at most, `3,5`."""
    return format_decimal(round(value, 1), locale="de")


def shown_times(times):
    if times is None:
        return None
    return {"count": times.count, "median": number(times.median), "mean": number(times.mean)}
