"""Answer once, release a comment."""

from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.workshops import letters
from kommunalhub.workshops import people
from kommunalhub.workshops import storage as registrations
from kommunalhub.workshops import workflow
from kommunalhub.workshops.evaluation import storage


OPEN, DONE = "open", "done"


def registration_of(workshop, key=""):
    """Return the Registration of who asks, by the key of a mail or the account, or None."""
    if key:
        number = letters.number_in(workshop, key)
        found = [o for o in registrations.book_of(workshop).all() if o.number == number]
        return found[0] if found else None
    if asking.is_anonymous():
        return None
    return people.registration_of(workshop, asking.userid())


def state_for(workshop, one):
    """Return OPEN, DONE, or None for who was not there, or while it was not held yet."""
    if one is None or not one.attended or state_of(workshop) != workflow.HELD:
        return None
    return DONE if one.number in storage.answers_to(workshop.UID()).done else OPEN


def answer(workshop, one, sheet):
    """Keep what somebody said, once; return whether it was kept."""
    answers = storage.ensured_answers(workshop.UID())
    if one.number in answers.done:
        return False
    answers.add(one.number, sheet)
    return True


def release(workshop, key, is_shown):
    """Let others read a comment, or not; raises KeyError."""
    storage.ensured_answers(workshop.UID()).show(key, is_shown)
