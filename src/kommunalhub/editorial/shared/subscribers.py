"""What follows when a page is saved, or goes."""

from kommunalhub.editorial.shared import operations


def saved(page, event):
    operations.note(page)


def gone(page, event):
    operations.forget(page)
