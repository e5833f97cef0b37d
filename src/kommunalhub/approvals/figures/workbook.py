"""The figures as a workbook (XLSX): a sheet for today, one for the months, one for times."""

from kommunalhub import _
from kommunalhub.core import workbook
from kommunalhub.core.titles import state_title
from kommunalhub.core.titles import type_title
from kommunalhub.partners.titles import short_title_of


MONTH = _("figures_col_month", default="Month")
KIND = _("figures_col_kind", default="Kind")
PARTNER = _("figures_col_partner", default="Administration")
STATE = _("figures_col_state", default="State")
OPEN = _("figures_col_open", default="Open")
OVERDUE = _("figures_col_overdue", default="Overdue")
CAME = _("figures_col_came", default="Came in")
DONE = _("figures_col_done", default="Finished")
LATE = _("figures_col_late", default="Became overdue")
OPEN_THEN = _("figures_col_open_then", default="Open at the end of the month")
COUNT = _("figures_col_count", default="Cases")
MEDIAN = _("figures_col_median", default="Median (working days)")
MEAN = _("figures_col_mean", default="Mean (working days)")
NOT_TOLD = _("figures_not_told", default="not told: too few people work on it")
TODAY = _("figures_sheet_today", default="Today")
MONTHS = _("figures_sheet_months", default="Months")
TIMES = _("figures_sheet_times", default="Times")


def workbook_of(figures, said):
    """Return the workbook as bytes. said: function that translates a message."""
    return workbook.workbook_of(
        (
            said(title),
            [said(name) for name in head],
            [[v if isinstance(v, int | float) else said(v) for v in row] for row in rows],
        )
        for title, head, rows in sheets(figures)
    )


def sheets(figures):
    """Return [(title, column titles, rows)]."""
    today = [
        (type_title(row["type"]), short_title_of(row["partner"]), row["open"], row["overdue"])
        for row in figures.present()
    ]
    months = [
        (
            row["month"],
            type_title(row["type"]),
            short_title_of(row["partner"]),
            *(row[name] for name in ("came", "done", "overdue", "open")),
        )
        for row in figures.counts()
    ]
    times = [
        (
            row["month"],
            type_title(row["type"]),
            short_title_of(row["partner"]),
            state_title(row["type"], row["state"]),
            *told(row["times"]),
        )
        for row in figures.details()
    ]
    return [
        (TODAY, (KIND, PARTNER, OPEN, OVERDUE), today),
        (MONTHS, (MONTH, KIND, PARTNER, CAME, DONE, LATE, OPEN_THEN), months),
        (TIMES, (MONTH, KIND, PARTNER, STATE, COUNT, MEDIAN, MEAN), times),
    ]


def told(times):
    """Return (count, median, mean) of Times; words instead where too few people work on it."""
    if times is None:
        return (NOT_TOLD, "", "")
    return (times.count, times.median, round(times.mean, 1))
