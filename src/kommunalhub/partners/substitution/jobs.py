"""The job that tells people when a substitution begins and ends; the rights need no job."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.partners.substitution import operations
from kommunalhub.partners.substitution import storage
from plone import api
from zope.interface import implementer


WHAT = {storage.BEGINS: "begun", storage.ENDS: "ended"}


@implementer(IJob)
class Substitutions:
    """Its keys are the entries of the book that are due: told once, then struck out."""

    title = _("job_substitutions", default="Tell of substitutions that begin and end")
    order = 30

    def due(self, now):
        book = storage.book_of(api.portal.get())
        return [key_of(entry) for entry in book.due(now)] if book is not None else []

    def do(self, key, now):
        book = storage.book_of(api.portal.get())
        entry = next((one for one in book.due(now) if key_of(one) == key), None) if book else None
        if entry is None:
            return
        _moment, number, what = entry
        book.done(entry)
        if what == storage.FORGET:
            book.remove(number)
        else:
            operations.tell(number, WHAT[what], now)


def key_of(entry):
    return ":".join(map(str, entry))
