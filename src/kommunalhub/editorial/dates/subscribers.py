"""Whatever way an event is saved, its dates are stored."""

from kommunalhub.editorial.dates import operations
from kommunalhub.editorial.dates import storage


def event_saved(obj, event):
    operations.renew(obj)


def event_decided(obj, event):
    operations.released(obj)


def event_copied(obj, event):
    storage.forget(obj)
