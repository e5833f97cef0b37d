"""What anybody may send by a form, without an account: programs are kept out, nobody else is asked.

A field that no person sees stays empty, and a person takes a moment to write: the form says, and
signs, when it was shown. Who sends a lot from one place waits (see throttle). Nothing of it is told
to the program, which is thanked like everybody.
"""

from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import tools
from kommunalhub.lib import signing
from kommunalhub.security import throttle
from kommunalhub.security.guard import find_guard
from kommunalhub.security.settings import secrets
from Products.Five import BrowserView


PURPOSE = "kommunalhub.strangers"
#: The field that no person sees, and the one that says when the form was shown.
TRAP, STAMP = "website", "shown"
#: Nobody writes a sentence in less than so many seconds.
QUICKEST = 3
LONGEST_STAMP = 200


def stamp():
    """Return the signed moment at which a form is shown."""
    return signing.seal(PURPOSE, [int(formatting.now().timestamp())], secrets()[0])


def is_program(form):
    """Return whether a form was hardly filled in by a person."""
    if form.get(TRAP):
        return True
    sent = form.get(STAMP)
    if not isinstance(sent, str) or len(sent) > LONGEST_STAMP:
        return True
    found = signing.unseal(PURPOSE, sent, secrets())
    return found is None or formatting.now().timestamp() - found[0] < QUICKEST


def count(request):
    """Count what somebody sends; raises TooManyRequests where it is too much."""
    guard = find_guard(tools.tool("acl_users"))
    throttle.may_send(guard.failures, request, asking.userid())


class StrangersFields(BrowserView):
    """`strangers-fields`: the two fields, for a form's template."""

    trap, stamp_name = TRAP, STAMP

    def stamp(self):
        return stamp()
