"""Mails on their way out: written with what they tell of, sent after it; nothing of Plone in here.

A mail is `waiting`, then `sending` (claimed by one process for LEASE, written before the server is
asked), then gone, `waiting` again until later, or `parked` for a person to look at. A process that
dies in between leaves a claim that ends; the mail then goes out again under the same Message-ID.
See docs/decisions/outbox.md.
"""

from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from kommunalhub.notices.rules import LONGEST_REST
from kommunalhub.notices.rules import pause
from persistent import Persistent

import secrets


WAITING, SENDING, PARKED = "waiting", "sending", "parked"
#: Longer than any attempt may take: nobody else takes up the mail before.
LEASE = timedelta(minutes=10)
#: So long it is remembered that a mail went out.
REMEMBERED = timedelta(days=60)


@dataclass(frozen=True)
class Letter:
    """What is sent, as plain values. key: what makes the mail one of a kind.

    finds: of saved searches, looked up again when it is sent, see finds.letter. calendar: iCalendar
    that goes with it, and its method. mark, reply_to, references: see answering.Envelope.
    """

    key: str
    userid: str
    recipient: str
    subject: str
    text: str
    html: str
    preferences: str = ""
    case: str = ""
    seq: int = 0
    finds: tuple = ()
    calendar: str = ""
    method: str = ""
    mark: str = ""
    reply_to: str = ""
    references: tuple = ()

    @property
    def message_id(self):
        """The part of the Message-ID before the @: the same however often it is sent."""
        one = sha256(self.key.encode()).hexdigest()[:32]
        return f"{self.mark}.{one}" if self.mark else one


class Mail(Persistent):
    """A Letter in the outbox and how far it got."""

    state = WAITING
    attempts = 0
    claim = None
    reason = ""

    def __init__(self, letter, now):
        self.letter = letter
        self.created = self.next_try = now


class Server(Persistent):
    """How the mail server does: until when to leave it alone, and why."""

    failures = 0
    retry_at = None
    reason = ""
    since = None

    def rests(self, now):
        return self.retry_at is not None and now < self.retry_at

    def failed(self, reason, now):
        self.failures += 1
        self.reason = reason
        self.since = self.since or now
        self.retry_at = now + pause(self.failures, LONGEST_REST)

    def recovered(self):
        if self.failures:
            self.failures, self.reason, self.since, self.retry_at = 0, "", None, None


class Outbox(Persistent):
    """mails: {id: Mail}, the ids in the order of time; keys: {key: id, or the day it was sent}.

    sent_on: {day: keys of the mails that were sent on it}; size: how many mails there are, refused:
    the ids of those that are parked. Both None in an outbox of before, until it is written to.
    """

    size = refused = None

    def __init__(self):
        self.mails = OOBTree()
        self.keys = OOBTree()
        self.sent_on = OOBTree()
        self.server = Server()
        self._count_all()

    def _count_all(self):
        self.size = Length(len(self.mails))
        self.refused = OOTreeSet(
            mail_id for mail_id, mail in self.mails.items() if mail.state == PARKED
        )

    def counts(self):
        """Return (how many wait, how many are parked, since when the first one waits or None).

        However many there are, one of them is read.
        """
        if self.size is None:
            refused = {key for key, mail in self.mails.items() if mail.state == PARKED}
            waiting = len(self.mails) - len(refused)
        else:
            refused, waiting = self.refused, self.size() - len(self.refused)
        first = next((key for key in self.mails if key not in refused), None)
        return waiting, len(refused), None if first is None else self.mails[first].created

    def add(self, letter, now):
        """Take a letter and return its id, or None when one with this key was taken before."""
        if letter.key in self.keys:
            return None
        mail_id = f"{now:%Y%m%dT%H%M%S%f}-{letter.message_id[-8:]}"
        self._changes()
        self.mails[mail_id] = Mail(letter, now)
        self.size.change(1)
        self.keys[letter.key] = mail_id
        return mail_id

    def due(self, now):
        """Return the ids of all that may be tried now, the longest waiting first."""
        if self.server.rests(now):
            return []
        ready = [
            (mail.next_try, mail_id)
            for mail_id, mail in self.mails.items()
            if self._is_ready(mail, now)
        ]
        return [mail_id for _when, mail_id in sorted(ready)]

    def next_due(self):
        """Return when there will be something to try, or None."""
        times = [mail.next_try for mail in self.mails.values() if mail.state != PARKED]
        if not times:
            return None
        return max(min(times), self.server.retry_at or min(times))

    @staticmethod
    def _is_ready(mail, now):
        """A claimed mail whose claim has ended counts: `next_try` is the end of the claim then."""
        return mail.state != PARKED and mail.next_try <= now

    def rewrite(self, mail_id, letter, now):
        """Send another letter in place of one that is due, or none at all."""
        if letter is None:
            self.discard(mail_id, now)
        else:
            self.mails[mail_id].letter = letter

    def claim(self, mail_id, now):
        """Return (claim, letter) for who is to send the mail now, or None when it is not due."""
        mail = self.mails.get(mail_id)
        if mail is None or self.server.rests(now) or not self._is_ready(mail, now):
            return None
        mail.state = SENDING
        mail.attempts += 1
        mail.next_try = now + LEASE
        mail.claim = secrets.token_hex(8)
        return mail.claim, mail.letter

    def sent(self, mail_id, claim, now):
        """The server has taken the mail."""
        mail = self._claimed(mail_id, claim)
        self.server.recovered()
        if mail is not None:
            self._take_out(mail_id, now)

    def delayed(self, mail_id, claim, reason, now):
        """The server would not take this mail now."""
        mail = self._claimed(mail_id, claim)
        if mail is not None:
            self._wait(mail, reason, now + pause(mail.attempts))

    def server_failed(self, mail_id, claim, reason, now):
        """There is no talking to the server: neither this mail nor another is tried for a while."""
        self.server.failed(reason, now)
        self.delayed(mail_id, claim, reason, now)

    def parked(self, mail_id, claim, reason):
        """The server will never take this mail."""
        mail = self._claimed(mail_id, claim)
        if mail is not None:
            self._changes()
            mail.state, mail.claim, mail.reason = PARKED, None, reason
            self.refused.add(mail_id)
            self.server.recovered()

    def retry(self, mail_id, now):
        """Try a mail again as if it were new; return whether there is one to try."""
        mail = self.mails.get(mail_id)
        if mail is None or (mail.state == SENDING and mail.next_try > now):
            return False
        self._changes()
        self.refused.discard(mail_id)
        mail.attempts = 0
        self._wait(mail, "", now)
        self.server.recovered()
        return True

    def discard(self, mail_id, now):
        """Take a mail out for good, unless it is just being sent; return whether that was done."""
        mail = self.mails.get(mail_id)
        if mail is None or (mail.state == SENDING and mail.next_try > now):
            return False
        self._take_out(mail_id, now)
        return True

    def _changes(self):
        """Count what an outbox of before has, once."""
        if self.size is None:
            self._count_all()

    def _take_out(self, mail_id, now):
        self._changes()
        self.refused.discard(mail_id)
        self.size.change(-1)
        self._remember(self.mails.pop(mail_id).letter.key, now)

    def _remember(self, key, now):
        day = now.date().isoformat()
        self.keys[key] = day
        if day not in self.sent_on:
            self.sent_on[day] = OOTreeSet()
        self.sent_on[day].insert(key)

    def forgettable(self, now):
        """Return the days whose mails were sent so long ago that they need not be remembered."""
        limit = (now - REMEMBERED).date().isoformat()
        return list(self.sent_on.keys(max=limit, excludemax=True))

    def forget(self, day):
        """Forget the mails that were sent on a day."""
        for key in self.sent_on.pop(day, ()):
            self.keys.pop(key, None)

    @staticmethod
    def _wait(mail, reason, until):
        mail.state, mail.claim, mail.reason, mail.next_try = WAITING, None, reason, until

    def _claimed(self, mail_id, claim):
        mail = self.mails.get(mail_id)
        return mail if mail is not None and mail.claim == claim else None
