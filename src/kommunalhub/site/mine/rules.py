"""What may be kept of a person's page, and when the list of the first day is done: pure."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.core.blocks import Arrangement
from urllib.parse import urlsplit


#: The columns of the page; blocks keep theirs.
MAIN, ASIDE = COLUMNS = ("main", "aside")
#: What nobody can hide: it would wait for them unseen.
LOCKED = frozenset({"waiting"})
MOST_LINKS, MOST_STEPS = 20, 20
LONGEST_TITLE, LONGEST_ADDRESS = 80, 500
#: So many names of blocks are kept, and signs of each.
MOST_NAMES, LONGEST_NAME = 60, 60


@dataclass(frozen=True)
class Link:
    """A link that somebody chose, or a step of the first day. address: may be empty for a step."""

    id: str
    title: str
    address: str = ""


def is_address(text):
    """Return whether a text is an address to link: of the web, or a path on this site.

    >>> [is_address(t) for t in ("https://example.org/a", "/kalender", "javascript:x", "//x")]
    [True, True, False, False]
    """
    if len(text) > LONGEST_ADDRESS or any(sign.isspace() or sign == "\\" for sign in text):
        return False
    if text.startswith("/"):
        return not text.startswith("//")
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username


def errors_in(title, address, needs_address=True):
    """Return {field: message} of what is wrong with a link or a step."""
    errors = {}
    if not title:
        errors["title"] = _("error_link_title", default="Please say what it is called.")
    elif len(title) > LONGEST_TITLE:
        errors["title"] = _(
            "error_barrier_long",
            default="Please keep it shorter than ${n} characters.",
            mapping={"n": LONGEST_TITLE},
        )
    if (address or needs_address) and not is_address(address):
        errors["address"] = _(
            "error_link_address",
            default="This is no address. It begins with https:// or, on this site, with /.",
        )
    return errors


def usual_top(waiting, waits, duties, first_day):
    """Return how the main column begins: with what one has to do; then a new colleague's list.

    waiting: name of the list of what waits; waits: how many do; duties, first_day: names.

    >>> usual_top("waiting", 2, ["reads"], ["first-day"])
    ['waiting', 'reads', 'first-day']
    >>> usual_top("waiting", 0, ["reads"], ["first-day"])
    ['reads', 'first-day', 'waiting']
    """
    if waits:
        return [waiting, *duties, *first_day]
    return [*duties, *first_day, waiting]


def left_open(steps, ticked):
    """Return the steps that are not done yet."""
    return [step for step in steps if step.id not in ticked]


def clean(arrangement):
    """Return an Arrangement that is small enough to be kept."""
    order = tuple(name for name in arrangement.order if len(name) <= LONGEST_NAME)[:MOST_NAMES]
    return Arrangement(order, arrangement.hidden - LOCKED)
