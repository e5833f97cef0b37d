"""What workshops show on the home page and on „Mein Hub“."""

from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.overview import Piece
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import site
from kommunalhub.workshops import certificates
from kommunalhub.workshops import retraining
from kommunalhub.workshops import rules
from kommunalhub.workshops import sections
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow
from kommunalhub.workshops.browser import shown


NEXT = 4


class Coming(Piece):
    """Workshops that are still to come, the next one first."""

    def coming(self, limit=None):
        return self.find(
            limit,
            portal_type=workflow.TYPE,
            review_state=list(workflow.COMING),
            start={"query": formatting.now(), "range": "min"},
            sort_on="start",
        )

    def row(self, brain):
        return {
            "title": brain.Title,
            "url": brain.getURL(),
            "when": formatting.moment(brain.start),
            "iso": brain.start.isoformat(),
        }


class Door(Coming):
    """The next workshop that who looks may take part in."""

    def is_shown(self):
        self.url = self.address(sections.SECTION)
        found = self.coming()
        self.count = len(found)
        self.rows = [self.row(brain) for brain in found[:1]]
        return bool(self.url and self.count)


class Mine(Coming):
    """One's own seats and places on waiting lists, then what comes next."""

    def is_shown(self):
        self.url = self.address(sections.SECTION)
        userid = asking.userid()
        if self.url is None or userid is None:
            return False
        books = storage.books_of(site())
        email = property_of(userid, "email").strip().lower()
        keys = [f"user:{userid}"] + ([f"mail:{email}"] if email else [])
        self.mine, self.others = [], []
        for brain in self.coming():
            book = books.get(brain.UID)
            one = book.of(*keys) if book is not None else None
            if one is not None:
                offered = one.state == rules.OFFERED
                state = {"state": shown.STATES[one.state], "offered": offered}
                self.mine.append(self.row(brain) | state)
            elif len(self.others) < NEXT:
                self.others.append(self.row(brain))
        held = certificates.held_by(site(), *keys)
        self.certificates = f"{self.site_url}/@@meine-bescheinigungen" if held else None
        today = formatting.to_local(formatting.now()).date()
        self.ending = [
            {"title": one.facts["title"], "until": one.facts["valid_until"]}
            for one in retraining.ending(site(), keys, today)
        ]
        return bool(self.mine or self.others or held)
