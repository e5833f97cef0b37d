"""The figures: tickets of some months and all open ones out of the catalog, no object woken."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import cached_property
from kommunalhub.approvals.figures.rules import months_back
from kommunalhub.core import formatting
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.support import workflow
from kommunalhub.support.learning.helping import HELPED
from kommunalhub.support.reports import rules
from kommunalhub.support.reports import satisfaction
from kommunalhub.support.reports.facts import month_of


#: How many months can be asked for, the usual number first.
SPANS = (12, 3, 6, 24)
#: Of so many months it is told how satisfied people were, whatever was chosen: two spans set
#: against each other would tell single answers.
SATISFACTION_MONTHS = 12


@dataclass(frozen=True)
class Chosen:
    """What is asked for; empty texts mean all."""

    partner: str = ""
    category: str = ""
    months: int = SPANS[0]

    def keeps(self, ticket):
        return self.partner in ("", ticket.partner) and self.category in ("", ticket.category)


class Report:
    """The figures for a Chosen, at this moment."""

    def __init__(self, chosen):
        self.chosen = chosen
        self.today = formatting.to_local(formatting.now()).date()

    @cached_property
    def months(self):
        """The months that are told, the oldest first."""
        return months_back(self.today, self.chosen.months)

    @cached_property
    def tickets(self):
        """The rules.Tickets reported in these months."""
        year, month = map(int, self.months[0].split("-"))
        # A day early: the months are those of Berlin.
        since = datetime(year, month, 1, tzinfo=UTC) - timedelta(days=1)
        found = self._tickets(created={"query": since, "range": "min"})
        return [ticket for ticket in found if ticket.month in self.months]

    @cached_property
    def open(self):
        """The rules.Tickets that are open now, whenever they were reported."""
        return self._tickets(review_state=workflow.OPEN)

    def _tickets(self, **query):
        brains = catalog()(portal_type=workflow.TYPE, **query)
        found = (ticket_of(brain, self.today) for brain in brains)
        return [ticket for ticket in found if ticket is not None and self.chosen.keeps(ticket)]

    def by_month(self):
        """Return [(month, Sums)], the oldest first, from the first month of which there is any."""
        found = rules.grouped(self.tickets, "month")
        told = (n for n, month in enumerate(self.months) if month in found or self.helped[month])
        months = self.months[next(told, 0) :]
        return [(month, found.get(month, rules.Sums())) for month in months]

    @cached_property
    def helped(self):
        """Return {month: how often something has helped before there was a ticket}."""
        found = dict.fromkeys(self.months, 0)
        for week, things in tally.periods(site(), HELPED).items():
            if week[:7] in found:
                found[week[:7]] += sum(things.values())
        return found

    def satisfied(self):
        """Return in percent how many were satisfied, None for too few answers."""
        first, said = months_back(self.today, SATISFACTION_MONTHS)[0], {}
        for week, answers in tally.periods(site(), satisfaction.SATISFIED).items():
            if week[:7] >= first:
                for name, number in answers.items():
                    said[name] = said.get(name, 0) + number
        yes, no = (said.get(name, 0) for name in satisfaction.ANSWERS)
        return rules.share_of_yes(yes, no, satisfaction.LEAST)


def ticket_of(brain, today):
    """Return the rules.Ticket behind a brain, None for one of which nothing is written yet."""
    extra = brain.case_extra or {}
    times = extra.get("times")
    if not times:
        return None
    is_open = brain.review_state in workflow.OPEN
    opened = formatting.to_local(datetime.fromisoformat(times["opened"])).date()
    return rules.Ticket(
        month_of(times["opened"]),
        brain.partner or "",
        extra.get("category") or "",
        times["reaction"],
        times["solution"],
        not is_open,
        times["reopened"],
        (today - opened).days if is_open else None,
    )
