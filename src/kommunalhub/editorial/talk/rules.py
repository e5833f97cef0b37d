"""What may be written, how often, and what of it is shown to whom: pure, no Plone, no "now"."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from kommunalhub import _
from kommunalhub.core.messages import filled

import re


LONGEST, LONGEST_REASON, MOST = 1000, 300, 500
#: So many comments of one person in so long a time; whoever has more to say picks up the telephone.
RATE, SPAN = 5, timedelta(minutes=10)
CONTROL = re.compile(r"(?:[^\S\n]|[\x00-\x08\x0b-\x1f\x7f])+")

EMPTY = _("talk_error_empty", default="Please write your comment.")
NO_REASON = _("talk_error_no_reason", default="Please say why. Who wrote it reads it.")
LONG = _("talk_error_long", default="Please shorten your text to ${n} characters.")
OFTEN = _(
    "talk_error_often",
    default="You have written several comments within a few minutes. Please wait a little.",
)
FULL = _("talk_error_full", default="There are very many comments already. Please ask the editors.")


@dataclass(frozen=True)
class Comment:
    """One comment. by: id of the person, "" once their account is gone; when: ISO, in UTC.

    hidden_by, hidden_when, reason: of who took it down, None while it is shown.
    """

    number: int
    by: str
    when: str
    text: str
    hidden_by: str | None = None
    hidden_when: str | None = None
    reason: str | None = None

    @property
    def is_hidden(self):
        return self.hidden_by is not None


def sound(text):
    r"""Return a text without control characters, blanks around it and gaps of more than a line.

    >>> sound("  Danke!\r\n\r\n\r\n\tGruß\x07 ")
    'Danke!\n\nGruß'
    """
    text = CONTROL.sub(" ", (text or "").replace("\r\n", "\n").replace("\r", "\n"))
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def refusal(text, comments, userid, now):
    """Return what keeps a person from writing this, None for nothing.

    text: as `sound` gives it; comments: all of the page.
    """
    if not text:
        return EMPTY
    if len(text) > LONGEST:
        return filled(LONG, n=LONGEST)
    if len(comments) >= MOST:
        return FULL
    own = [datetime.fromisoformat(one.when) for one in comments if one.by == userid]
    return OFTEN if sum(now - when < SPAN for when in own) >= RATE else None


def reason_refusal(reason):
    """Return what is wrong with the reason for taking a comment down, None for nothing."""
    if not reason:
        return NO_REASON
    if len(reason) > LONGEST_REASON:
        return filled(LONG, n=LONGEST_REASON)
    return None


def visible(comments, userid, is_office):
    """Return the comments for one reader: what was taken down is for its writer and the office.

    >>> one = Comment(1, "mia", "2026-11-18T09:00:00+00:00", "Danke", hidden_by="rolf")
    >>> [len(visible([one], who, office)) for who, office in (("mia", 0), ("lea", 0), ("lea", 1))]
    [1, 0, 1]
    """
    return [one for one in comments if is_office or not one.is_hidden or one.by == userid]
