"""The verbs: look at a page, and have it looked at again."""

from kommunalhub.approvals.reviewing import operations as reviewing
from kommunalhub.approvals.reviewing.interfaces import IReviewable
from kommunalhub.core import asking
from kommunalhub.core.kept import kept
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.editorial.checks import operations as checks
from kommunalhub.editorial.checks import rules as findings
from kommunalhub.editorial.upkeep.health import elsewhere
from kommunalhub.editorial.upkeep.health import outside
from kommunalhub.editorial.upkeep.health import rules
from kommunalhub.editorial.upkeep.health.visits import VISITS
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID


PAGE = "Document"
INDEXES = ("page_health", "health_on")
FINDINGS = {
    findings.LINK_BROKEN: rules.BROKEN,
    findings.LINK_INTERNAL: rules.INTERNAL,
}
VERDICTS = {elsewhere.GONE: rules.OUTSIDE, elsewhere.UNCLEAR: rules.UNCLEAR}


def health_of(page):
    """Return what the last look found, {} before the first: {on, links, tokens}.

    on: ISO day; links: {one of rules.LINKS: ((place, words of the link), ...)}.
    """
    return kept(page, "health") or {}


def look(page):
    """Look at a page with the eyes of the hub, and keep what is found."""
    if IReviewable.providedBy(page):
        reviewing.bring_day(page)
    found, links = checks.findings_of(page), {name: [] for name in rules.LINKS}
    for one in found:
        if one.rule in FINDINGS:
            links[FINDINGS[one.rule]].append((one.place, one.quote))
    for verdict, places in outside.verdicts_of(page).items():
        if verdict in VERDICTS:
            links[VERDICTS[verdict]] += places
    pictures = sum(one.rule == findings.PICTURE for one in found)
    visits, day = tally.totals(site(), VISITS).get(IUUID(page), 0), reviewing.today()
    page.health = {
        "on": day.isoformat(),
        "links": {
            name: tuple(places[: rules.MOST_PLACES]) for name, places in links.items() if places
        },
        "tokens": rules.tokens(links, pictures, kept(page, "checked_on"), visits, day),
    }
    page.reindexObject(idxs=list(INDEXES))


def look_again(page):
    """Have a page looked at with the next run: its text has changed."""
    if health_of(page).get("on"):
        page.health = {**page.health, "on": ""}
        page.reindexObject(idxs=["health_on"])


def may_add(area):
    """Return whether who is logged in may begin a page in a folder."""
    types = [fti.getId() for fti in area.allowedContentTypes()]
    return PAGE in types


def begin_page(area, title):
    """Return a new draft of who is logged in; the same title twice is one."""
    for brain in catalog()(
        path={"query": "/".join(area.getPhysicalPath()), "depth": 1},
        portal_type=PAGE,
        review_state="draft",
        Creator=asking.userid(),
    ):
        if brain.Title == title:
            return brain.getObject()
    return createContentInContainer(area, PAGE, title=title)
