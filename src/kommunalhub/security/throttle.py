"""Slow down who tries again and again: wrong passwords, and mails sent to others.

Wrong passwords are counted by account and place together, by place, and by account. The account
alone waits a minute at most, so nobody can shut a person out by failing in their name; a browser
the person has used before (devices.py) is not even bound by that.
"""

from dataclasses import dataclass
from functools import partial
from kommunalhub import _
from kommunalhub.security import devices
from kommunalhub.security import rules
from kommunalhub.security import tickets
from kommunalhub.security.interfaces import TooManyRequests
from kommunalhub.security.ledger import FailureLedger
from kommunalhub.security.ledger import write_aside
from kommunalhub.security.rules import Limit
from kommunalhub.security.settings import now
from kommunalhub.security.settings import secrets
from kommunalhub.security.settings import setting
from zope.i18n import translate


PURPOSE = "kommunalhub.failures"

#: Mails to one address a day, and from one place an hour, before somebody has to wait.
MAILS_TO = Limit(free=3, first=900, longest=3600, forget=24 * 3600)
MAILS_FROM = Limit(free=10, first=60, longest=900, forget=3600)
#: What is sent from one place, or by one person, by forms for everybody.
SENT_FROM = Limit(free=5, first=60, longest=900, forget=3600)


def client_place(request):
    """Return what stands for the client's place on the net, see rules.place."""
    forwarded = request.getHeader("X-Forwarded-For") or ""
    return rules.place(rules.client(request.getClientAddr() or "", forwarded))


@dataclass(frozen=True)
class Gate:
    """What one attempt is counted under: pairs of (key, Limit), the most personal first."""

    ledger: FailureLedger
    counters: tuple[tuple[str, Limit], ...]

    def wait(self):
        """Return the seconds to wait, 0 for none."""
        current = now()
        return max(rules.wait(self.ledger.get(key), current, limit) for key, limit in self.counters)

    def count(self):
        """Count one more, in a transaction of its own: the request may well fail."""
        write_aside(self.ledger, partial(_count, counters=self.counters, now=now()))

    def forgive(self):
        """Forget the most personal count, if there is one; the others may be an attacker's."""
        key = self.counters[0][0]
        if self.ledger.get(key).count:
            write_aside(self.ledger, lambda ledger: ledger.forget(key))


def _count(ledger, counters, now):
    for key, limit in counters:
        ledger.put(key, rules.fail(ledger.get(key), now, limit))


def sign_in_gate(ledger, request, login):
    """Return the gate of one log-in."""
    free = setting("free_attempts")
    longest = setting("longest_wait_minutes") * 60
    browser = devices.known(request, login)
    if browser:
        return Gate(ledger, ((_key("browser", login, browser), Limit(free, longest=longest)),))
    place = client_place(request)
    return Gate(
        ledger,
        (
            (_key("pair", login, place), Limit(free, longest=longest)),
            (_key("place", place), Limit(free * 10, longest=min(longest, 300))),
            (_key("account", login), Limit(free * 4, first=5, longest=60)),
        ),
    )


def may_mail(ledger, request, mailbox):
    """Count a mail a stranger asks for, and return whether the mailbox should get it.

    A mailbox that got several is spared in silence; the stranger learns nothing by it.
    Raises TooManyRequests if this place asked for too many.
    """
    sender = Gate(ledger, ((_key("sender", client_place(request)), MAILS_FROM),))
    wait = sender.wait()
    if wait:
        raise too_many(request, wait)
    sender.count()
    receiver = Gate(ledger, ((_key("mailbox", mailbox.strip().lower()), MAILS_TO),))
    if receiver.wait():
        return False
    receiver.count()
    return True


def may_send(ledger, request, userid):
    """Count what somebody sends by a form for everybody; raises TooManyRequests if it is too much.

    Colleagues share a place on the net, so who is signed in is counted by who they are.
    """
    key = _key("sent", "person", userid) if userid else _key("sent", "place", client_place(request))
    gate = Gate(ledger, ((key, SENT_FROM),))
    wait = gate.wait()
    if wait:
        raise too_many(request, wait)
    gate.count()


def _key(*parts):
    """Return a key that tells nothing: people type passwords where their name belongs."""
    return tickets.digest(PURPOSE, secrets()[0], "\n".join(parts))


def too_many(request, wait):
    """Return the error to raise, with a sentence that says when to try again."""
    if wait < 100:
        message = _(
            "error_too_many_seconds",
            default="There were too many attempts. Please try again in ${n} seconds.",
            mapping={"n": wait},
        )
    else:
        message = _(
            "error_too_many_minutes",
            default="There were too many attempts. Please try again in ${n} minutes.",
            mapping={"n": -(-wait // 60)},
        )
    return TooManyRequests(translate(message, context=request), wait)
