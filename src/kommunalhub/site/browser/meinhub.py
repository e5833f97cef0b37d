"""Mein Hub: what waits for me before anything else."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.figures.ledger import ledger_of
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.lists.queries import waiting_brains
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.approvals.titles import title_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.offers import offers
from kommunalhub.core.persons import own_name
from kommunalhub.notices.delivery import settings_of
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.partners.membership import partners_of
from kommunalhub.site.browser.home import HubPage
from kommunalhub.site.browser.myblocks import MyBlocks
from kommunalhub.site.health import rules
from kommunalhub.site.health.probing import probe
from plone import api


LONGEST = 5

#: Who looks after an area of an administration, and by which pages.
LOOK_AFTER = ("editors", "reviewers")
TOOLS = {
    "@@zustand": _("health_title", default="The state of our area"),
    "@@erste-schritte": _("first_steps_title", default="First steps of new colleagues"),
}
#: Where those who write for it begin.
WRITING = {
    "++add++News%20Item": _("areas_write_news", default="Write news"),
    "@@aus-vorlage": _("areas_write_page", default="Write a page from an outline"),
}

# Which of several functions names a person best.
FUNCTION_ORDER = ("hub-managers", "-reviewers", "-editors", "hub-", "-staff")


class MeinHub(HubPage, MyBlocks):
    """The page of who is signed in; who works in no administration gets a simpler one."""

    def __call__(self):
        return self.index()

    @cached_property
    def waiting_brains(self):
        return waiting_brains()

    def also_shows(self):
        """What runs now of the person's substitutions, and what only some see: see FromCatalog."""
        away = api.content.get_view("hub-away", self.context, self.request).lines()
        told = [(str(line), sorted(line.mapping.items())) for line in away]
        overdue = self.overdue()
        mine = (self.choices(), [saved.title for saved in self.saved()])
        return *super().also_shows(), told, overdue and overdue["count"], self.operation(), mine

    def name(self):
        return own_name()

    def is_staff(self):
        return "Staff" in asking.roles()

    def functions(self):
        """Return what the person does here, the weightiest first: „Prüfung Malente“."""
        partners = partners_of()
        groups = [
            group
            for group in groups_of_user()
            if group.startswith("hub-") or group.rpartition("-")[0] in partners
        ]
        weightier = [group for group in groups if not group.endswith("-staff")]
        return [title_of(group) for group in sorted(weightier or groups, key=weight)]

    def waiting_count(self):
        return len(self.waiting_brains)

    @cached_property
    def make(self):
        """What makes rows of cases, of all lists on this page."""
        return Rows()

    def waiting(self):
        return [
            {**self.make.plain(brain), "substituting": self.make.substituting(brain)}
            for brain in self.waiting_brains[:LONGEST]
        ]

    def submitted(self):
        """Return what this person handed in, what moved last first; drafts wait for them above."""
        found = self.find(
            LONGEST,
            object_provides=IApprovable.__identifier__,
            Creator=asking.userid(),
            review_state={"not": "draft"},
            sort_on="modified",
            sort_order="descending",
        )
        return [self.make.plain(brain) for brain in found]

    def overdue(self):
        """Return {count, rows, figures} of what is overdue in the whole hub, for its management.

        None for others, for whom it is no business of theirs.
        """
        if not self.may("kommunalhub: View figures"):
            return None
        found = self.find(
            object_provides=IApprovable.__identifier__,
            due={"query": formatting.now(), "range": "max"},
            sort_on="due",
        )
        return {
            "count": len(found),
            "rows": [self.make.plain(brain) for brain in found[:LONGEST]],
            "figures": f"{self.site_url}/@@zahlen",
        }

    def operation(self):
        """Return numbers that tell whether the hub runs, for its support; None for others.

        late: cases overdue in the whole hub; refused, waiting: mails; run: when what falls due was
        last done, or None; failed: how much of it was not; ills: what is wrong, see health.rules.
        """
        if not self.may("kommunalhub: View operation"):
            return None
        portal = api.portal.get()
        figures, reading = ledger_of(portal), probe(portal)
        return {
            "late": figures.overdue if figures is not None else 0,
            "refused": reading.refused,
            "waiting": reading.waiting,
            "run": formatting.moment(reading.run) if reading.run else None,
            "failed": reading.failed,
            "ills": rules.ills(reading),
        }

    def lacks_mail(self):
        """Tell whether this person has to see to it that the site can send mails, for it cannot."""
        return settings_of(api.portal.get()) is None and (
            self.may("kommunalhub: Manage outgoing mail") or self.may("kommunalhub: View operation")
        )

    def may_see_mail(self):
        return self.may("kommunalhub: Manage outgoing mail")

    @cached_property
    def my_areas(self):
        """The areas of the administrations this person works for: [{title, url, writes, tools}].

        writes: {title, url} of pages where those who write for it begin; tools: of pages for those
        who look after it.
        """
        areas, groups = [], set(groups_of_user())
        for partner in partners_of():
            url = self.address(f"partner/{partner}")
            if url:
                looks_after = groups.intersection(f"{partner}-{name}" for name in LOOK_AFTER)
                areas.append(
                    {
                        "title": get_partner(partner).title,
                        "url": url,
                        "writes": tools_of(url, WRITING) if f"{partner}-editors" in groups else [],
                        "tools": tools_of(url, TOOLS) if looks_after else [],
                    }
                )
        return areas

    def areas(self):
        """Return the same, with where one begins to write among the tools unless it is a button."""
        writes_for = [area for area in self.my_areas if area["writes"]]
        return [
            {
                **area,
                "tools": area["tools"] if len(writes_for) == 1 else area["writes"] + area["tools"],
            }
            for area in self.my_areas
        ]

    def asks(self):
        """Return what this person may do first, as buttons: write for their area, ask for things.

        Who writes for several areas has to choose one, in the block of their administrations.
        """
        writes = [area["writes"] for area in self.my_areas if area["writes"]]
        return (writes[0] if len(writes) == 1 else []) + [
            {"title": ask.title, "url": f"{self.site_url}/@@{ask.view}"}
            for offer in offers()
            for ask in offer.asks()
            if ask.offered and self.has_page(ask.view)
        ]


def tools_of(url, pages):
    """Return [{title, url}] of {page below an area: title}."""
    return [{"title": title, "url": f"{url}/{page}"} for page, title in pages.items()]


def weight(group):
    """Return where a group stands among a person's functions; the smallest comes first."""
    for place, part in enumerate(FUNCTION_ORDER):
        if part in group:
            return place
    return len(FUNCTION_ORDER)
