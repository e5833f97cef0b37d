"""Ask another hub, signed, within limits. Never in a request: `jobs` does it."""

from email.utils import parsedate_to_datetime
from kommunalhub.lib import outgoing
from kommunalhub.lib.exchange import asking
from kommunalhub.lib.exchange import texts
from kommunalhub.network import rules
from urllib.parse import urlencode

import os


#: "host:port" of hubs within the own network, named by who runs the server, with blanks between.
NEIGHBOURS = "KOMMUNALHUB_NEIGHBOURS"
MANIFEST, CARDS, KNOCK = "@exchange", "@exchange-cards", "@exchange-knock"
#: So many cards come with one answer.
AT_ONCE = 100
LARGEST = 25_000_000


class NoAnswer(Exception):
    """Another hub gave no answer that counts; args: (reason, detail)."""

    def __init__(self, reason, detail=""):
        super().__init__(reason, detail)


def ask(asked, now, what, ids=(), etag=""):
    """Return (values, ETag) of an answer, None where there is none; raises NoAnswer, Refused.

    asked: with feed, etag, whether it is confirmed; key: ours, private; sender: our feed. A hub
    that nobody has confirmed is asked without a name, for its key alone.
    """
    address = f"{asked.feed}/{what}"
    if ids:
        address = f"{address}?{urlencode([('id', id_) for id_ in ids])}"
    act = asking.KNOCK if what == KNOCK else asking.READ
    headers = {"Accept": "application/json"}
    if asked.confirmed:
        headers[asking.HEADER] = asking.asked(asked.key, asked.sender, asked.feed, act, now)
    if etag:
        headers["If-None-Match"] = etag
    answer = answered(address, headers, "POST" if what == KNOCK else "GET")
    if answer.status == 304 or (what == KNOCK and answer.status == 204):
        return None
    if answer.status in (401, 403):
        raise NoAnswer(rules.CLOCK if is_clock_off(answer, now) else rules.NOT_KNOWN)
    if answer.status != 200:
        raise NoAnswer(rules.NO_HUB, str(answer.status))
    found = texts.read(answer.body, LARGEST)
    if not isinstance(found, dict):
        raise NoAnswer(rules.NO_HUB, "no hub")
    return found, answer.headers.get("etag", "")


def is_clock_off(answer, now):
    """Return whether the clock of another machine differs by more than a signature may be old."""
    try:
        theirs = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return False
    return theirs.tzinfo is not None and abs(theirs - now) > asking.WINDOW


def answered(address, headers, method="GET"):
    """Return the outgoing.Answer of another machine; raises NoAnswer."""
    bounds = outgoing.Bounds(
        largest=LARGEST, neighbours=frozenset(os.environ.get(NEIGHBOURS, "").split())
    )
    try:
        return outgoing.fetch(address, headers, bounds, method)
    except (outgoing.NotPublic, outgoing.NotAllowed) as error:
        raise NoAnswer(rules.NOT_PUBLIC, str(error)) from error
    except outgoing.FAILURES as error:
        raise NoAnswer(rules.UNREACHED, type(error).__name__) from error
