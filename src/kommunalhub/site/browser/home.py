"""The home page: what the hub does for visitors, Mein Hub for everybody who is signed in."""

from datetime import timedelta
from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.caching.fingerprints import FromCatalog
from plone import api
from Products.Five import BrowserView
from zope.component import queryMultiAdapter


# "Soon" on the home page, in days.
SOON = 30
NEWS = 3
DEADLINES = 4

PROGRAMMES = "foerderung/programme"
MATERIALS = "materialien"
SPACES = "co-working"
#: The kind of space that is one desk; all others are rooms.
DESK = "desk"


class Start(BrowserView):
    """The site's default page: one of two, depending on who asks."""

    def __call__(self):
        return self.page()

    @cached_property
    def page(self):
        name = "hub-home" if asking.is_anonymous() else "mein-hub"
        return api.content.get_view(name, self.context, self.request)

    def fingerprint(self):
        return self.page.fingerprint()


class Overview(FromCatalog, BrowserView):
    """What both home pages show; everything comes from the catalog."""

    @property
    def site_url(self):
        return api.portal.get().absolute_url()

    def find(self, limit=None, **query):
        """Return brains of what this person may see."""
        if limit:
            query["sort_limit"] = limit
        return api.portal.get_tool("portal_catalog")(**query)[:limit]

    def address(self, path):
        """Return the address of a section by its path, None where this person may not see it."""
        root = "/".join(api.portal.get().getPhysicalPath())
        found = self.find(path={"query": f"{root}/{path}", "depth": 0}, show_inactive=False)
        return found[0].getURL() if found else None

    def has_page(self, name):
        """Tell whether the site has a view of this name."""
        portal = api.portal.get()
        return queryMultiAdapter((portal, self.request), name=name) is not None

    def deadlines(self, limit=DEADLINES):
        """Return the next deadlines of programmes, the nearest first."""
        today = formatting.to_local(formatting.now()).date()
        found = self.find(
            limit,
            portal_type="FundingProgramme",
            funding_deadline={"query": (today.isoformat(), "9999-12-30"), "range": "min:max"},
            sort_on="funding_deadline",
        )
        return [deadline_row(brain, today) for brain in found]

    def news(self):
        return [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "text": brain.Description,
                "day": published_on(brain),
                "badge": badge_of_brain(brain),
            }
            for brain in self.find(
                NEWS, portal_type="News Item", sort_on="effective", sort_order="descending"
            )
        ]


class Home(Overview):
    """What the hub does and the doors that lead to it."""

    def programmes(self):
        """Return address and live numbers of the funding programmes, or None."""
        url = self.address(PROGRAMMES)
        if url is None:
            return None
        today = formatting.to_local(formatting.now()).date()
        until = today + timedelta(days=SOON)
        still_open = {"query": today.isoformat(), "range": "min"}
        ending = {"query": (today.isoformat(), until.isoformat()), "range": "min:max"}
        soon = self.find(portal_type="FundingProgramme", funding_deadline=ending)
        return {
            "url": url,
            "count": len(self.find(portal_type="FundingProgramme", funding_deadline=still_open)),
            "soon": len(soon),
            "days": SOON,
        }

    def materials(self):
        """Return address and number of the materials that everybody may read, or None."""
        url = self.address(MATERIALS)
        found = len(self.find(portal_type="WorkshopMaterial"))
        return {"url": url, "count": found} if url and found else None

    def spaces(self):
        """Return the addresses of co-working and how many desks and rooms there are, or None."""
        url = self.address(SPACES)
        if url is None:
            return None
        kinds = [brain.space_kind for brain in self.find(portal_type="Space")]
        apply_ = f"{self.site_url}/@@arbeitsplatz-beantragen"
        return {
            "url": url,
            "desks": kinds.count(DESK),
            "rooms": len(kinds) - kinds.count(DESK),
            "apply": apply_ if self.has_page("arbeitsplatz-beantragen") else None,
        }


def deadline_row(brain, today):
    """Return what a list shows of a programme's deadline."""
    deadline = (brain.funding_facts or {}).get("deadline")
    left = (date_of(deadline) - today).days
    return {
        "title": brain.Title,
        "url": brain.getURL(),
        "iso": deadline,
        "day": formatting.day(date_of(deadline)),
        "tag": "soon" if left <= SOON else "",
    }


def date_of(iso):
    return formatting.date.fromisoformat(iso)


def published_on(brain):
    """Return when a page was published (or made, if it never was) as people read it."""
    when = brain.effective if brain.effective.year() > 1969 else brain.created
    return formatting.day(when.asdatetime())
