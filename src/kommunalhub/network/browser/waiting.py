"""What of other hubs waits for somebody: on „Mein Hub“ and below „Meine Vorgänge“."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.overview import Piece
from kommunalhub.core.tools import site
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network import workflow
from kommunalhub.network.questions import operations as questions


COPIES = _("network_waits_copies", default="To be looked through")
QUESTIONS = _("network_waits_questions", default="Questions of other hubs without our answer")
KEYS = _("network_waits_keys", default="Keys to be compared")
ILL = _("network_waits_ill", default="Links that do not work")


class Waiting(Piece):
    """A line for each kind of thing, with how many of it there are; nobody else has it."""

    def is_shown(self):
        return bool(self.rows)

    @cached_property
    def rows(self):
        url = f"{self.site_url}/{storage.SECTION}"
        return [
            {"title": title, "url": f"{url}/{name}", "count": count}
            for title, name, count in counts()
            if count
        ]


def counts():
    """Return [(title, name of its page, how many)] of what waits for who asks."""
    book, found = storage.book(), []
    links = list(book.links.values()) if book is not None else []
    if links and asking.may(workflow.EXCHANGE, site()):
        found += [
            (COPIES, "@@quarantine", sum(len(link.waiting) for link in links)),
            (QUESTIONS, "@@hub-questions", sum(not said for _one, said in questions.theirs())),
        ]
    if links and asking.may(workflow.MANAGE, site()):
        now = formatting.now()
        ill = [link for link in links if is_ill(link, now)]
        keys = sum(bool(link.offered) for link in links)
        found += [(KEYS, "@@hub-links", keys), (ILL, "@@hub-links", len(ill))]
    return found


def is_ill(link, now):
    """Return whether a link that should work does not, and not for a moment only."""
    return link.state == rules.CONFIRMED and rules.is_silent(link.fetched, now)
