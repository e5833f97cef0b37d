"""`support`: the queue for those who help, and what somebody has reported for everybody else."""

from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.private.catalog import brain_at
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site_url
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.substitution.people import by_name
from kommunalhub.partners.titles import short_title_of
from kommunalhub.support import presence
from kommunalhub.support import queue
from kommunalhub.support import teams
from kommunalhub.support import workflow
from kommunalhub.support.browser import clock
from kommunalhub.support.clock import settings
from kommunalhub.support.disturbances import proposing
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from urllib.parse import urlencode


SIZE = 25
#: So many names of devices are offered while one is typed.
MOST_DEVICES = 100
TITLES = {
    queue.ALL: _("queue_all", default="All open"),
    queue.MINE: _("queue_mine", default="Mine"),
    queue.NOBODYS: _("queue_nobodys", default="Without a person"),
    queue.WAITING: _("queue_waiting", default="Waiting"),
    queue.AWAY: _("queue_away", default="With the second level"),
    queue.LATE: _("queue_overdue", default="Overdue"),
    queue.DONE: _("queue_done", default="Solved"),
}
HEADING = _("heading_queue_list", default="Tickets, the soonest first")
HEADING_SOLVED = _("heading_queue_solved", default="Solved tickets, the latest first")
HANDED = _("title_second_level", default="Handed over to the second level")
TEAM = _("queue_team", default="Team")
#: How a ticket stands with the second level, and the look of it.
OUTSIDE = {
    "asked": (_("second_asked", default="Second level: consent asked for"), ""),
    "yes": (_("second_yes", default="Second level: consent given"), "ok"),
    "no": (_("second_no", default="Second level: no consent"), "soon"),
    "out": (_("second_out", default="With the second level"), ""),
    "back": (_("second_back", default="The second level has answered"), "soon"),
}


def day_of(iso):
    """Return the day of a moment in writing, "" for none."""
    return formatting.day(datetime.fromisoformat(iso)) if iso else ""


class SupportView(FromCatalog, BrowserView):
    """The list, soonest first; everything from metadata, by one query of the catalog."""

    #: What `@@several` did, as it shows the list again: lines, what is wrong and at which field.
    results = ()
    problem = None
    problem_at = None
    ticked = frozenset()

    def also_shows(self):
        """What is due goes by without any change of a ticket; so does what is alike, or open."""
        now = formatting.now().isoformat(timespec="minutes")
        return (now, len(proposing.dismissed()), self.open_at if self.helps else ())

    def rooms(self):
        """Return [{title, url}] of the lists within that who asks may see."""
        folders = (self.context.get(name) for name in ("stoerungen", "geraete"))
        page = {"title": HANDED, "url": f"{self.url}/@@zweite-ebene"}
        return ([page] if self.is_second_level else []) + [
            {"title": folder.Title(), "url": folder.absolute_url()}
            for folder in folders
            if folder is not None and asking.may("View", folder)
        ]

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def report_url(self):
        return f"{site_url()}/@@stoerung-melden"

    @property
    def login_url(self):
        return f"{site_url()}/login?came_from={self.url}"

    @property
    def figures_url(self):
        """The address of the figures, None for who may not see them."""
        may = asking.may("kommunalhub: View figures", self.context)
        return f"{self.url}/@@supportzahlen" if may else None

    @property
    def is_anonymous(self):
        return asking.is_anonymous()

    @property
    def is_second_level(self):
        return not self.is_anonymous and queue.is_second_level()

    @cached_property
    def helps(self):
        """Whether this person works on tickets of others."""
        return queue.helps()

    def hours(self):
        return [line.strip() for line in settings.hours_text().splitlines() if line.strip()]

    @cached_property
    def chosen(self):
        return queue.chosen_of(self.request.form, self.helps)

    @cached_property
    def rids(self):
        """Everything that this person may see; the parts of it are told apart without a query."""
        if self.is_anonymous:
            return []
        return queue.find(catalog(), self.chosen, formatting.now(), self.helps)

    @cached_property
    def parts(self):
        chosen, now = self.chosen["queue"], formatting.now()
        return queue.parted(catalog(), self.rids, chosen, asking.userid(), now)

    @property
    def found(self):
        return self.parts[self.chosen["queue"]]

    def tabs(self):
        """Return [{title, url, count, current}] of the parts; count: see there."""
        names = queue.QUEUES if self.helps else queue.OF_REPORTERS
        page = {"title": TEAM, "url": f"{self.url}/@@team", "count": None, "current": None}
        team = [page] if not self.is_anonymous and teams.mine() else []
        return [
            {
                "title": TITLES[name],
                "url": f"{self.url}?{urlencode(self.filters | {'queue': name})}",
                "count": self.count(name),
                "current": "page" if name == self.chosen["queue"] else None,
            }
            for name in names
        ] + team

    def count(self, name):
        """Return how many there are in a part, None where only some were looked for."""
        if name not in self.parts or self.chosen["months"] not in ("", queue.EVER):
            return None
        return len(self.parts[name])

    @cached_property
    def filters(self):
        """Return {name: value} of what the queue is narrowed by."""
        return {name: self.chosen[name] for name in queue.FILTERS if self.chosen[name]}

    @property
    def reset_url(self):
        return f"{self.url}?{urlencode({'queue': self.chosen['queue']})}"

    @property
    def here(self):
        """Return the address of this page of the list."""
        return f"{self.url}?{urlencode(self.query)}"

    @property
    def several_url(self):
        """Return where the form with ticked tickets goes, and comes back to this very list."""
        return f"{self.url}/@@several?{urlencode(self.query)}"

    @property
    def query(self):
        start = {"b_start": self.batch.start} if self.batch.start else {}
        months = {"months": self.chosen["months"]} if self.chosen["months"] else {}
        return {"queue": self.chosen["queue"], **self.filters, **months, **start}

    def older(self):
        """Return {since, url} of a list of solved tickets that goes back some months, or None.

        since: the day; url: the same list, going back further.
        """
        since = queue.since(self.chosen, formatting.now())
        if since is None:
            return None
        further = {**self.query, "months": queue.further(self.chosen)}
        return {"since": formatting.day(since), "url": f"{self.url}?{urlencode(further)}"}

    @property
    def token(self):
        return createToken()

    def script(self):
        return static_url("inbox.js", self.context.absolute_url())

    @property
    def is_solved(self):
        return self.chosen["queue"] == queue.DONE

    @property
    def heading(self):
        return HEADING_SOLVED if self.is_solved else HEADING

    def may_pick(self):
        """Return whether something can be done with several of the tickets shown.

        Not with what is solved: nobody takes it, and it closes by itself.
        """
        return self.helps and not self.is_solved and bool(self.batch.total)

    @cached_property
    def open_at(self):
        """The names of who else has a ticket open now, by its UID."""
        return presence.everywhere()

    def partners(self):
        titles = {partner: short_title_of(partner) for partner in partner_ids()}
        return self._options("partner", titles)

    def devices(self):
        """Return what the devices of the tickets found are called, each once."""
        if self.is_solved:
            return []
        names = queue.devices_of(catalog(), self.rids)
        return sorted(names, key=str.casefold)[:MOST_DEVICES]

    def colleagues(self):
        """Return [(user id, name)] of support, to give tickets to."""
        return by_name(person for person in members_of(*workflow.SUPPORT) if is_visible(person))

    def urgencies(self):
        return self._options("urgency", titles_of("kommunalhub.support_urgencies"))

    def categories(self):
        return self._options("category", titles_of("kommunalhub.support_categories"))

    def _options(self, name, titles):
        return [
            {"value": value, "title": title, "selected": value == self.chosen[name]}
            for value, title in titles.items()
        ]

    @cached_property
    def batch(self):
        query = [(name, value) for name, value in self.chosen.items() if value]
        return batch_of(self.request, len(self.found), SIZE, self.url, query)

    def rows(self):
        make, brain = Rows(), brain_at(catalog())
        urgencies = titles_of("kommunalhub.support_urgencies")
        return [self.row(make, brain(rid), urgencies) for rid in self.batch.cut(self.found)]

    def row(self, make, brain, urgencies):
        extra, person = brain.case_extra or {}, assigned_to(brain)
        mine = person is not None and person == asking.userid()
        return {
            **make.plain(brain),
            "due": clock.due_of(due_of(brain), make.now),
            "urgency": urgencies.get(extra.get("urgency")),
            "device": extra.get("device"),
            "partner": short_title_of(brain.partner) if brain.partner else None,
            "seen": f"{brain.review_state} {person or ''}".strip(),
            "ticked": "checked" if brain.UID in self.ticked else None,
            "last": day_of(extra.get("last")),
            "rests": queue.rests(brain),
            "outside": OUTSIDE.get(queue.stands_outside(extra)) if self.helps else None,
            "mine": mine,
            "person": name_of(person) if person else None,
            "open_at": ", ".join(self.open_at.get(brain.UID, ())) if self.helps else "",
        }
