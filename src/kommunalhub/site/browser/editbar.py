"""The bar of people who edit pages or the site: Plone's tabs and menus, without its script.

It stands in place of Plone's toolbar, on our pages and on Plone's. Cases have their own buttons
and never show it.
"""

from Acquisition import aq_chain
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.processes import is_page
from kommunalhub.core import asking
from kommunalhub.core.titles import state_title
from kommunalhub.partners.interfaces import IPartnerArea
from plone import api
from Products.CMFCore.interfaces import ISiteRoot
from Products.Five import BrowserView
from zope.browsermenu.interfaces import IBrowserMenu
from zope.component import getUtility


# There are no portlets with us, a tab for the page one looks at leads nowhere, and the others
# are for administrators of other sites.
LEFT_OUT = frozenset(
    {
        "view",
        "plone-contentmenu-portletmanager",
        "plone-contentmenu-actions-ical_import_disable",
        "plone-contentmenu-actions-ical_import_enable",
        "workflow-transition-policy",
    }
)
# The sections of the offers are built, not written: only these people change them.
BUILDERS = frozenset({"HubManager", "Manager", "Site Administrator"})


class EditBar(BrowserView):
    """Tabs (edit, contents, ...) and menus (add, state, ...) of the context."""

    def __call__(self):
        if not self.is_wanted():
            return ""
        self.tabs, self.menus = self.find_tabs(), self.find_menus()
        # The tab „View“ alone is no reason for a bar.
        return self.index() if len(self.tabs) > self.is_away() or self.menus else ""

    def is_wanted(self):
        """Tell whether this person edits pages or the site here, and this is no case."""
        if asking.is_anonymous():
            return False
        if any(IApprovable.providedBy(obj) and not is_page(obj) for obj in aq_chain(self.context)):
            return False
        if ISiteRoot.providedBy(self.context) and self.is_ours() and self.is_beside():
            return False  # the inbox, the search ...: pages that nobody edits
        if self.is_section() and BUILDERS.isdisjoint(asking.roles()):
            return False
        return self.edits_pages() or self.may_move()

    def is_section(self):
        """Tell whether this is the folder of an offer, with a view of its own; an area is none."""
        if IPartnerArea.providedBy(self.context):
            return False
        layout = getattr(self.context, "getLayout", str)()
        return self.context.portal_type == "Folder" and layout != "hub-listing"

    def is_ours(self):
        """Tell whether the bar stands on a page in our frame, not on one of Plone's."""
        return bool(self.request.response.getHeader("X-Theme-Disabled"))

    def is_beside(self):
        """Tell whether one of our views is shown that is not how the thing itself looks."""
        shown = getattr(self.request.get("PUBLISHED"), "__name__", None)
        return shown != self.context.getLayout()

    def edits_pages(self):
        """Tell whether this person writes pages, and may write here."""
        return asking.may("Show Toolbar", self.context) and any(
            asking.may(permission, self.context)
            for permission in ("Modify portal content", "Add portal content")
        )

    def may_move(self):
        """Tell whether a reviewer can take this page to another state."""
        return bool(api.portal.get_tool("portal_workflow").getTransitionsFor(self.context))

    def find_tabs(self):
        if not self.edits_pages():
            return []
        state = api.content.get_view("plone_context_state", self.context, self.request)
        here = self.request["ACTUAL_URL"].removesuffix("/")
        return [
            {
                "title": tab["title"],
                "url": tab["url"],
                "current": "page" if tab["url"] == here else None,
            }
            for tab in state.actions("object")
            if tab["id"] not in LEFT_OUT or self.is_away()
        ]

    def is_away(self):
        """Tell whether another view than the page itself is shown, so that a way back helps."""
        state = api.content.get_view("plone_context_state", self.context, self.request)
        return not state.is_view_template()

    def find_menus(self):
        menu = getUtility(IBrowserMenu, name="plone_contentmenu")
        menus = []
        for item in menu.getMenuItems(self.context, self.request):
            entries = [entry for entry in item["submenu"] or () if self.is_entry(entry)]
            if entries and item["extra"].get("id") not in LEFT_OUT:
                menus.append(
                    {
                        "title": item["title"],
                        "state": state_title(self.context.portal_type, item["extra"].get("state")),
                        "entries": entries,
                    }
                )
        return menus

    @staticmethod
    def is_entry(entry):
        return entry.get("action") and entry["extra"].get("id") not in LEFT_OUT
