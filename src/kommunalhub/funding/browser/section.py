"""`foerderung`: what the section offers, and the programmes whose deadline comes next."""

from kommunalhub.core import asking
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.funding.deminimis.operations import PERMISSION as DE_MINIMIS
from kommunalhub.funding.doors import AskLink
from kommunalhub.funding.programmes.deadlines import standing_in
from kommunalhub.funding.programmes.deadlines import today
from kommunalhub.funding.programmes.indexers import NO_DEADLINE
from kommunalhub.funding.results import publishing
from plone import api
from Products.Five import BrowserView


NEXT = 5


class FundingSection(FromCatalog, AskLink, BrowserView):
    """The way into funding for everybody."""

    def next_deadlines(self):
        """Return the next programmes to end as [{url, title, deadline}], soonest first."""
        brains = api.portal.get_tool("portal_catalog")(
            portal_type="FundingProgramme",
            path="/".join(self.context.getPhysicalPath()),
            review_state="public",
            funding_deadline={"query": [today().isoformat(), NO_DEADLINE], "range": "min:max"},
            sort_on="funding_deadline",
            sort_limit=NEXT,
        )[:NEXT]
        rows = []
        for brain in brains:
            facts = brain.funding_facts or {}
            if facts.get("deadline"):
                rows.append(
                    {
                        "url": brain.getURL(),
                        "title": brain.Title,
                        "deadline": standing_in(facts),
                    }
                )
        return rows

    def pages(self):
        """Return the pages of the section as [{url, title, text}] in their order."""
        brains = api.portal.get_tool("portal_catalog")(
            portal_type="Document",
            path={"query": "/".join(self.context.getPhysicalPath()), "depth": 1},
            sort_on="getObjPositionInParent",
        )
        return [
            {"url": brain.getURL(), "title": brain.Title, "text": brain.Description}
            for brain in brains
        ]

    def impact_url(self):
        """Return the address of the published figures, None where there are none."""
        if publishing.shown() is None:
            return None
        return f"{self.context.absolute_url()}/@@was-der-hub-gebracht-hat"

    def also_shows(self):
        return (publishing.shown() is not None,)

    def may_keep_aid(self):
        return asking.may(DE_MINIMIS, self.context)

    def may_see_consultations(self):
        folder = self.context.get("beratungen")
        return folder is not None and asking.may("View", folder)
