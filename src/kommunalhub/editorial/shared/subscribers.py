"""What follows when a page is saved, copied to be changed, or goes."""

from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.shared import operations


def saved(page, event):
    operations.note(page)


def gone(page, event):
    operations.forget(page)


def partner_removed(event):
    operations.forget_partner(event.partner)


def copy_started(event):
    """Forget the copy: when it was added, nothing told yet that it is one."""
    if IChecked.providedBy(event.working_copy):
        operations.forget(event.working_copy)
