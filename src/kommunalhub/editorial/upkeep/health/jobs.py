"""The jobs that look at pages (links, texts of pictures, visits), and ask other sites."""

from functools import partial
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import thing_of
from kommunalhub.core.transactions import attempt
from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.upkeep.health import elsewhere
from kommunalhub.editorial.upkeep.health import operations
from kommunalhub.editorial.upkeep.health import outside
from kommunalhub.editorial.upkeep.health import rules
from zope.interface import implementer


@implementer(IJob)
class PageHealth:
    """Finds pages by the index `health_on`; keys are UIDs, some with each run."""

    title = _("job_page_health", default="Look at links, pictures and visits of pages")
    order = 60
    together = 25

    def due(self, now):
        day = formatting.to_local(now).date()
        brains = catalog().unrestrictedSearchResults(
            health_on={"query": rules.oldest(day), "range": "max"},
            sort_on="health_on",
            sort_limit=rules.MOST_AT_ONCE,
        )
        return [brain.UID for brain in brains[: rules.MOST_AT_ONCE]]

    def do(self, key, now):
        page = thing_of(key)
        if IChecked.providedBy(page):
            operations.look(page)


@implementer(IJob)
class OutsideLinks:
    """Asks other sites, only where that is switched on; keys are addresses, some with each run."""

    title = _("job_outside_links", default="Ask other sites whether links still lead there")
    order = 98
    own_transactions = True

    def due(self, now):
        return outside.to_ask(formatting.to_local(now).date())

    def do(self, key, now):
        verdict = elsewhere.ask(key)
        attempt(partial(self.note, key, verdict, formatting.to_local(now).date()))

    def note(self, address, verdict, day):
        for page in outside.note(address, verdict, day):
            operations.look_again(page)
