"""The bar of people who edit pages or the site: Plone's tabs and menus, without its script.

It stands in place of Plone's toolbar, on Plone's pages and on ours: how a thing itself looks, and
what its own tabs lead to. Cases have their own buttons and never show it; nor do the tools of a
section, which nobody edits.
"""

from Acquisition import aq_chain
from functools import cached_property
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
        if (self.is_ours() or ISiteRoot.providedBy(self.context)) and self.is_tool():
            return False  # the inbox, the settings, what we share with hubs ...
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

    def is_tool(self):
        """Tell whether a view is shown that is not how the thing looks, nor one of its tabs."""
        shown = getattr(self.request.get("PUBLISHED"), "__name__", None)
        if shown == self.context.getLayout():
            return False
        return all(tab["url"].split("?")[0] != self.here for tab in self.actions)

    @property
    def here(self):
        return self.request["ACTUAL_URL"].removesuffix("/")

    @cached_property
    def actions(self):
        state = api.content.get_view("plone_context_state", self.context, self.request)
        return state.actions("object")

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
        return [
            {
                "title": tab["title"],
                "url": tab["url"],
                "current": "page" if tab["url"] == self.here else None,
            }
            for tab in self.actions
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
