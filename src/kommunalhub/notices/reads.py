"""What people hear of a page that they are asked to read and to confirm.

Whoever asks (`editorial/mustread`) calls `tell` once for each person; who has to confirm and who
may open the page is its business. From here on it is a notice about a case like any other: the
bell, the mail, the daily summary, muting.
"""

from kommunalhub.notices import operations
from kommunalhub.notices.audience import person_of
from kommunalhub.notices.box import box_of
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.rules import AWAITS
from kommunalhub.notices.texts import ASKED
from kommunalhub.notices.texts import CHANGED
from kommunalhub.notices.texts import READS
from kommunalhub.notices.texts import REMINDED


__all__ = ["ASKED", "CHANGED", "REMINDED", "settled", "tell"]
#: Numbers of such notices, below those of journals: one for asking in a round, one for reminding.
STEP = 2


def tell(portal, page, userid, what, round):
    """Tell a person that a page asks them to confirm it. what: ASKED, CHANGED or REMINDED."""
    member = portal.acl_users.getUserById(userid)
    if member is None:
        return
    entry = {
        "seq": -(round * STEP + (what == REMINDED)),
        "kind": READS,
        "action": what,
        "to": None,
        "actor": "system",
        "on_behalf_of": None,
    }
    operations.tell_person(
        portal, page, entry, person_of(member), AWAITS, settings_of(portal) is not None
    )


def settled(portal, userid, uid):
    """Let the bell no longer count a page for a person who has confirmed it."""
    box = box_of(portal, userid)
    key = None if box is None else box.latest.get(uid)
    if key is not None:
        box.mark_read(key)
