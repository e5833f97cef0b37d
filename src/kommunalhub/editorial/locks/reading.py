"""Who has a page in work."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import name_of
from kommunalhub.editorial.copies import operations as copies
from plone.app.iterate.interfaces import ITERATE_LOCK
from plone.locking.interfaces import ILockable
from zope.i18nmessageid import Message


OWN = _(
    "lock_own",
    default="You have this page open for editing yourself. Please save it or close the form, or "
    "send the token of the lock.",
)
EDITS = _("lock_edits", default="${who} has been editing this page since ${when}.")


@dataclass(frozen=True)
class Lock:
    """said: who has it since when, for people; takeable: whether somebody else can take over."""

    said: Message
    takeable: bool


def lock_of(page):
    """Return the Lock that somebody else has on a page, None where nobody or who asks edits it."""
    lockable = ILockable(page, None)
    told = lockable.lock_info() if lockable is not None else []
    if not told:
        return None
    [first, *_rest] = told
    if getattr(first["type"], "__name__", "") == ITERATE_LOCK.__name__:
        held = copies.held(page)
        return None if held is None else Lock(held.said, False)
    if first["creator"] == asking.userid():
        return None
    when = formatting.moment(datetime.fromtimestamp(first["time"], UTC))
    mapping = {"who": name_of(first["creator"]), "when": when}
    return Lock(filled(EDITS, mapping), lockable.stealable())
