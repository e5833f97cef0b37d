"""Pages and folders as everybody reads them: no viewlets, nothing but the text."""

from kommunalhub.approvals.pages import PLANNED
from kommunalhub.approvals.timing.reading import day_of
from kommunalhub.core import pagetext
from kommunalhub.core import registry
from kommunalhub.core.badges import badge_of
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.titles import type_title
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.partners.membership import get_partner
from plone import api
from Products.Five import BrowserView


PAGE_SIZE = 20

# Types that need no word to say what they are.
PLAIN = frozenset({"Document", "Folder"})


class Page(BrowserView):
    """A page of words. Offers add to it by the names page-meta, -lead, -related, -share."""

    def text(self):
        """Return the text as safe HTML, empty when there is none."""
        text = getattr(self.context, "text", None)
        if text is None:
            return ""
        html = text.output_relative_to(self.context)
        return pagetext.shown(self.context, self.request, html)

    def partner(self):
        partner = get_partner(stored_partner(self.context))
        return partner.title if partner else None

    def badge(self):
        """Return what says that the page is not released, or None."""
        return badge_of(self.context.portal_type, api.content.get_state(self.context, ""))


class Listing(FromCatalog, BrowserView):
    """What stands in a folder, as far as this person may see it."""

    def badge(self):
        """Return what says that the folder is not released, or None."""
        return badge_of(self.context.portal_type, api.content.get_state(self.context, ""))

    def __call__(self):
        path = "/".join(self.context.getPhysicalPath())
        found = api.portal.get_tool("portal_catalog")(
            path={"query": path, "depth": 1}, sort_on="getObjPositionInParent"
        )
        url = self.context.absolute_url()
        self.batch = batch_of(self.request, len(found), PAGE_SIZE, url)
        self.rows = [row(brain) for brain in self.batch.cut(found)]
        return self.index()


def row(brain):
    """Return what the listing of a folder shows of one item."""
    has_day = brain.portal_type == "News Item" or brain.review_state == PLANNED
    return {
        "title": brain.Title,
        "url": f"{brain.getURL()}/view" if is_file(brain) else brain.getURL(),
        "text": brain.Description,
        "type": None if brain.portal_type in PLAIN else type_title(brain.portal_type),
        "day": day_of(brain) if has_day else None,
        "badge": badge_of_brain(brain),
    }


def is_file(brain):
    """Tell whether the plain address would download something instead of showing a page."""
    shown_with_view = registry.read("plone.types_use_view_action_in_listings")
    return brain.portal_type in shown_with_view
