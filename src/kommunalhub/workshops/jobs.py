"""What falls due of workshops: offers end, registration ends, people are reminded."""

from datetime import datetime
from datetime import timedelta
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import tools
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.workshops import keeping
from kommunalhub.workshops import operations
from kommunalhub.workshops import programme
from kommunalhub.workshops import retention
from kommunalhub.workshops import retraining
from kommunalhub.workshops import storage
from kommunalhub.workshops import telling
from kommunalhub.workshops import workflow
from kommunalhub.workshops.handouts import operations as handouts
from kommunalhub.workshops.interfaces import IWorkshop
from zope.interface import implementer


#: So long before the start people are reminded.
AHEAD = timedelta(hours=30)


def _brains(*states, **query):
    catalog = tools.catalog()
    return catalog.unrestrictedSearchResults(
        portal_type=workflow.TYPE, review_state=list(states), **query
    )


def _workshop(uid, *states):
    """Return the workshop with this UID in one of the states, or None."""
    for brain in _brains(*states, UID=uid):
        found = brain._unrestrictedGetObject()
        if IWorkshop.providedBy(found):
            return found
    return None


def _moment(brain, name):
    value = (brain.case_extra or {}).get(name)
    return None if value is None else datetime.fromisoformat(value)


@implementer(IJob)
class Offers:
    """Ends offers nobody took, and offers seats again; each book knows when it is due."""

    title = _("job_workshop_offers", default="End offers of seats and pass the seats on")
    order = 42

    def due(self, now):
        books = storage.books_of(tools.site())
        return [uid for uid, book in books.items() if book.due is not None and book.due <= now]

    def do(self, key, now):
        workshop = _workshop(key, *workflow.RELEASED)
        if workshop is not None:
            operations.settle(workshop)


@implementer(IJob)
class Closing:
    """Closes the registration for workshops on the day."""

    title = _("job_workshop_closing", default="Close the registration for workshops")
    order = 43

    def due(self, now):
        ends = [(brain.UID, _moment(brain, "closes")) for brain in _brains(workflow.PUBLISHED)]
        return [uid for uid, moment in ends if moment is not None and moment <= now]

    def do(self, key, now):
        workshop = _workshop(key, workflow.PUBLISHED)
        if workshop is not None and programme.ends(workshop) <= now:
            operations.settle(workshop)
            tool = tools.tool("portal_workflow")
            tool.doActionFor(workshop, workflow.CLOSE)


@implementer(IJob)
class Reminders:
    """Reminds those who have a seat, on the day before."""

    title = _("job_workshop_reminders", default="Remind people of their workshops")
    order = 44

    def due(self, now):
        books = storage.books_of(tools.site())
        return [
            brain.UID
            for brain in _brains(*workflow.COMING)
            if brain.UID in books
            and now < (_moment(brain, "start") or now) <= now + AHEAD
            and telling.has_to_remind(books[brain.UID])
        ]

    def do(self, key, now):
        workshop = _workshop(key, *workflow.COMING)
        if workshop is not None and now < programme.first_start(workshop) <= now + AHEAD:
            telling.remind(workshop)


@implementer(IJob)
class Forgetting:
    """Erases what people need after a workshop, and after months who they are."""

    title = _("job_workshop_forgetting", default="Erase who took part in workshops of long ago")
    order = 45

    def due(self, now):
        books = storage.books_of(tools.site())
        return [
            brain.UID
            for brain in _brains(*workflow.RELEASED)
            if brain.UID in books
            and books[brain.UID].forgotten < retention.to_forget(_moment(brain, "end") or now, now)
        ]

    def tells(self, key, now):
        """Return what would be erased of a workshop, in numbers."""
        [kept] = [row for row in keeping.report(now) if row.uid == key]
        what = "names" if kept.allowed == storage.PEOPLE else f"needs of {kept.needs}"
        return (
            f"{kept.title}, {kept.end:%Y-%m-%d}: {what}; kept: {kept.registered} registered, "
            f"{kept.came} came, {kept.absent} absent, {kept.given_back} given back"
        )

    def do(self, key, now):
        book = storage.books_of(tools.site()).get(key)
        for brain in _brains(*workflow.RELEASED, UID=key) if book is not None else ():
            what = retention.to_forget(_moment(brain, "end") or now, now)
            retention.forget_people(book, what)
            handouts.follow(key)


@implementer(IJob)
class Retraining:
    """Reminds people whose certificates end, once."""

    title = _("job_workshop_retraining", default="Remind people of certificates that end")
    order = 46

    def due(self, now):
        return retraining.due(tools.site(), formatting.to_local(now).date())

    def do(self, key, now):
        retraining.remind(tools.site(), key, formatting.to_local(now).date())
