"""The jobs of upkeep: ask for reviews, tell of them at once, and tell where nobody is left."""

from BTrees.OOBTree import OOTreeSet
from kommunalhub import _
from kommunalhub.approvals.reviewing import operations
from kommunalhub.approvals.reviewing.interfaces import IReviewable
from kommunalhub.approvals.reviewing.interfaces import NobodyResponsible
from kommunalhub.core import formatting
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.persons import members_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import thing_of
from kommunalhub.partners.membership import get_partner
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite
from zope.event import notify
from zope.interface import implementer


#: Where the site keeps the groups without anybody that were told of.
EMPTY = "kommunalhub.approvals.reviewing.empty"


@implementer(IJob)
class PageReviews:
    """Finds pages by the index `review_on`; keys are UIDs."""

    title = _("job_page_reviews", default="Ask for reviews of pages")
    order = 41
    together = 50

    def due(self, now):
        day = formatting.to_local(now).date()
        brains = catalog().unrestrictedSearchResults(
            object_provides=IReviewable.__identifier__,
            review_on={"query": day.isoformat(), "range": "max"},
        )
        return [brain.UID for brain in brains if not is_asked(brain)]

    def do(self, key, now):
        page = thing_of(key)
        if IReviewable.providedBy(page):
            operations.ask(page, formatting.to_local(now).date())


@implementer(IJob)
class ReviewsTold:
    """One mail for all pages of a function; keys are groups."""

    title = _("job_reviews_told", default="Tell of reviews of pages")
    order = 42

    def due(self, now):
        return operations.untold_groups()

    def do(self, key, now):
        operations.tell(key)


@implementer(IJob)
class EmptyFunctions:
    """Groups that are responsible for pages and in which there is nobody; told once."""

    title = _("job_empty_functions", default="Tell of pages that nobody is responsible for")
    order = 43

    def due(self, now):
        told = set(IAnnotations(getSite()).get(EMPTY, ()))
        used = set(catalog().uniqueValuesFor("responsible"))
        empty = {group for group in used if not members_of(group) and pages_of(group)}
        return sorted(empty ^ told)

    def do(self, key, now):
        told, pages = ensured_on(getSite(), EMPTY, OOTreeSet), pages_of(key)
        if members_of(key) or not pages:
            told.discard(key)
        elif key not in told:
            told.insert(key)
            partner = get_partner(key.rpartition("-")[0])
            notify(NobodyResponsible(key, partner and partner.id, len(pages)))


def is_asked(brain):
    """Return whether a review was asked for already, from the catalog."""
    return "review" in ((brain.case_extra or {}).get("upkeep") or {}).get("why", ())


def pages_of(group):
    """Return the brains of the pages that a group is responsible for."""
    return catalog().unrestrictedSearchResults(
        object_provides=IReviewable.__identifier__, responsible=group
    )
