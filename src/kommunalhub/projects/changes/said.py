"""A change as people read it."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.projects.changes import operations
from kommunalhub.projects.changes.schemas import ABOUT
from kommunalhub.projects.changes.schemas import IChange


OUTCOMES = {
    operations.AGREED: _("change_agreed", default="agreed by all partners"),
    operations.KEPT: _("change_kept", default="not agreed"),
    operations.AT_ONCE: _("change_at_once", default="changed by the lead, below the limit"),
}


def shown(name, value):
    """Return a value of what was agreed as text."""
    if name in ("budget", "own_share"):
        return formatting.money(value)
    return formatting.day(value) if name == "end" else value


def rows(change):
    """Return [(label, before, after)] of what differs."""
    return [
        (IChange[name].title, *(shown(name, change[side][name]) for side in ("before", "after")))
        for name in ABOUT
        if change["before"][name] != change["after"][name]
    ]
