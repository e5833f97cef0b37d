"""What funding shows on the home page and on „Mein Hub“."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.overview import Piece
from kommunalhub.funding.programmes.deadlines import standing_in
from kommunalhub.funding.programmes.deadlines import today


PROGRAMMES = "foerderung/programme"
#: "Soon", in days.
SOON = 30
DEADLINES = 4


class Hero(Piece):
    """The first thing that visitors can do, and for whom advice is."""

    def url(self):
        return self.address(PROGRAMMES)


class Door(Piece):
    """How many programmes there are and how many end soon."""

    days = SOON

    def is_shown(self):
        self.url = self.address(PROGRAMMES)
        return self.url is not None

    def count(self):
        still_open = {"query": today().isoformat(), "range": "min"}
        return len(self.find(portal_type="FundingProgramme", funding_closings=still_open))

    def soon(self):
        until = today() + timedelta(days=SOON)
        ending = {"query": (today().isoformat(), until.isoformat()), "range": "min:max"}
        return len(self.find(portal_type="FundingProgramme", funding_deadline=ending))


class Deadlines(Piece):
    """The next deadlines of programmes, the nearest first."""

    heading = _("home_deadlines", default="Next deadlines")

    def is_shown(self):
        found = self.find(
            DEADLINES,
            portal_type="FundingProgramme",
            funding_deadline={"query": (today().isoformat(), "9999-12-30"), "range": "min:max"},
            sort_on="funding_deadline",
        )
        self.rows = [deadline_row(brain, today()) for brain in found]
        return bool(self.rows)


class MyDeadlines(Deadlines):
    """The same for those who apply for funding."""

    heading = _("meinhub_deadlines", default="Deadlines")

    def is_shown(self):
        return "Staff" in asking.roles() and super().is_shown()


def deadline_row(brain, day):
    """Return what a list shows of a programme's deadline, on a day."""
    ends = standing_in(brain.funding_facts or {}, day)["day"]
    return {
        "title": brain.Title,
        "url": brain.getURL(),
        "iso": ends.isoformat(),
        "day": formatting.day(ends),
        "tag": "soon" if (ends - day).days <= SOON else "",
    }
