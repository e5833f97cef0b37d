"""The results as sheets of a workbook."""

from kommunalhub import _
from kommunalhub.core.titles import state_title
from kommunalhub.funding.results import rules
from kommunalhub.funding.results import titles
from kommunalhub.funding.results.reading import TYPE


COUNT = _("results_col_cases", default="Projects")
MONEY = (
    _("label_results_applied", default="Applied for"),
    _("label_results_granted", default="Granted"),
    _("label_results_drawn", default="Drawn"),
    _("label_results_paid_back", default="Paid back"),
)
SUCCESS = _("results_col_success", default="Success rate in percent")
PARTNER = _("label_partner", default="Administration")
YEAR = _("label_year", default="Year")
TOPIC = _("filter_topic", default="Topic")
FUNDER = _("filter_funder", default="Funder")
CASES = _("results_sheet_cases", default="Cases")
NUMBER = _("results_col_number", default="Number")
PROJECT = _("label_consultation_title", default="Project")
STATE = _("results_col_state", default="State")
COST = _("label_total_cost", default="Total cost")


def sheets(results, said):
    """Return [(title, column titles, rows)] for core.workbook. said: translates a message."""
    groups = (
        (YEAR, rules.by_year, titles.year_title),
        (PARTNER, rules.by_partner, titles.partner_title),
        (TOPIC, rules.by_topic, titles.topic_title),
        (FUNDER, rules.by_funder, titles.funder_title),
    )
    head = (COUNT, *MONEY, SUCCESS)
    found = [
        (
            said(name),
            [said(name), *map(said, head)],
            [_row(said(title(key)), rules.sums(of)) for key, of in group(results.cases).items()],
        )
        for name, group, title in groups
    ]
    head = (NUMBER, PROJECT, PARTNER, YEAR, STATE, COST, *MONEY)
    cases = [_case(case, results.brains[case.uid], said) for case in results.cases]
    return [*found, (said(CASES), [said(one) for one in head], cases)]


def _row(title, found):
    success = None if found.success is None else float(found.success)
    return (title, found.cases, *_money(found.money), success)


def _case(case, brain, said):
    return (
        brain.case_number or "",
        brain.Title,
        said(titles.partner_title(case.partner)),
        case.year,
        said(state_title(TYPE, brain.review_state)),
        case.cost,
        *_money(case.money),
    )


def _money(money):
    return tuple(getattr(money, name) for name in rules.NAMES)
