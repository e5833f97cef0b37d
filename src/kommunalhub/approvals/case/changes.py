"""Which fields really differ: a form sends all of them, and an empty one is as good as none."""

from Acquisition import aq_base
from kommunalhub.core.private.database import state_before
from plone.app.textfield.interfaces import IRichTextValue
from plone.namedfile.interfaces import INamed
from ZODB.utils import z64


EMPTY = (None, "", (), [], set(), frozenset(), {})
ABSENT = object()


def differing(obj, names):
    """Return those names of fields whose value is not what it was before this transaction.

    A name stays where that cannot be told: of something new, and of what is kept elsewhere than on
    the object itself.
    """
    before = stored(obj)
    now = vars(aq_base(obj))
    return [
        name
        for name in names
        if before is None
        or (name not in now and name not in before)
        or not same(before.get(name), now.get(name))
    ]


def stored(obj):
    """Return the attributes of an object as they were before this transaction; None: it is new."""
    obj = aq_base(obj)
    if obj._p_jar is None or obj._p_serial == z64:
        return None
    return state_before(obj)


def same(one, other):
    """Return whether two values of a field say the same to people.

    Texts with markup are compared without regard to white space, files by name and content.
    """
    one, other = (None if is_empty(value) else value for value in (one, other))
    if one is other or one is None or other is None:
        return one is other
    if IRichTextValue.providedBy(one) and IRichTextValue.providedBy(other):
        return one.raw.split() == other.raw.split()
    if INamed.providedBy(one) and INamed.providedBy(other):
        return (
            one.filename == other.filename
            and one.getSize() == other.getSize()
            and one.data == other.data
        )
    return one == other


def is_empty(value):
    """Return whether a value is as good as none: nothing chosen, no word, no file."""
    if IRichTextValue.providedBy(value):
        value = value.raw
    if isinstance(value, str):
        return not value.strip()
    if INamed.providedBy(value):
        return not value.getSize()
    return value is None or value in EMPTY
