"""The verbs of registrations: register, give back, take an offer; all write by `_writing`."""

from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import replace
from datetime import UTC
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import persons
from kommunalhub.core.tools import site
from kommunalhub.partners.membership import partners_of
from kommunalhub.workshops import answering
from kommunalhub.workshops import certificates
from kommunalhub.workshops import entrance
from kommunalhub.workshops import letters
from kommunalhub.workshops import programme
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import telling
from kommunalhub.workshops import workflow
from kommunalhub.workshops.handouts import operations as handouts
from kommunalhub.workshops.rules import Refused


LONGEST_NEEDS = 500


@dataclass(frozen=True)
class Applicant:
    """Who wants a seat; partner: id of their administration, may be empty.

    hub, admission: of somebody of another hub, see rules.Registration.
    """

    name: str
    email: str
    userid: str = ""
    partner: str = ""
    organisation: str = ""
    needs: str = ""
    answers: tuple = ()
    hub: str = ""
    admission: str = ""


def member(userid, needs="", answers=()):
    """Return the Applicant for somebody with an account."""
    own = partners_of(userid)
    return Applicant(
        name=persons.name_of(userid),
        email=persons.property_of(userid, "email"),
        userid=userid,
        partner=own[0] if own else "",
        needs=needs.strip()[:LONGEST_NEEDS],
        answers=answers,
    )


class _Writing:
    """One change of a book: what is read in it is settled, what changes is written and told."""

    def __init__(self, workshop):
        self.workshop = workshop
        self.portal = site()
        self.book = storage.ensured_book(self.portal, workshop.UID())
        self.terms = programme.terms_of(workshop)
        self.now = formatting.now().astimezone(UTC)
        self.changed, self.letters = {}, {}

    def all(self):
        return self.book.all()

    def put(self, one, letter=None, **told):
        """Keep a registration. letter: another than that of its state, "" for none at all."""
        self.book.put(one)
        self.changed[one.number] = one
        self.letters[one.number] = (letter, told)
        return one

    def settle(self):
        for one in rules.settled(self.all(), self.terms, self.now):
            self.put(one)

    def finish(self):
        """Settle what follows, count, and write to those whose registration has changed."""
        self.settle()
        if self.changed:
            self.book.count(self.terms, self.now)
            telling.tell_changes(self)
            handouts.follow(self.workshop.UID())


@contextmanager
def _writing(workshop):
    """Yield a _Writing whose book is settled before and after, and let people know."""
    writing = _Writing(workshop)
    writing.settle()
    try:
        yield writing
    except Refused:  # what had to change anyway has changed
        writing.finish()
        raise
    writing.finish()


def register(workshop, *applicants, by="", all_or_none=False):
    """Register people in this order; return their Registrations.

    all_or_none: Refused (FULL) unless all of them get a seat at once. Raises Refused for who is
    registered already, or when registration is closed; then nobody is registered.
    """
    with _writing(workshop) as writing:
        there, found = writing.all(), []
        for applicant in applicants:
            new = rules.Registration(
                number=writing.book.next_number(),
                state="",
                made=writing.now,
                changed=writing.now,
                by=by,
                **vars(applicant),
            )
            placed = rules.placed([*there, *found], new, writing.terms, writing.now)
            if all_or_none and placed.state != rules.REGISTERED:
                raise Refused(rules.FULL, applicant.name)
            found.append(placed)
        for one in found:
            writing.put(one)
            answering.remember(writing.book, workshop, one.answers)
    entrance.prepare()
    return found


def change_answers(workshop, number, answers, needs):
    """Keep what somebody answers now, and what they need. Raises Refused, KeyError."""
    with _writing(workshop) as writing:
        one = rules.changeable(writing.book.get(number), writing.terms, writing.now)
        changed = replace(one, answers=answers, needs=needs.strip()[:LONGEST_NEEDS])
        if changed != one:
            writing.put(changed, letter="")
            answering.remember(writing.book, workshop, answers)
        return changed


def accept(workshop, number):
    """Take an offer; return the Registration. Raises Refused, KeyError."""
    with _writing(workshop) as writing:
        return writing.put(rules.accepted(writing.book.get(number), writing.now))


def give_back(workshop, number, by_trainer=False, reason=""):
    """Give a seat, an offer or a place on the list back. Raises Refused, KeyError.

    reason: why the trainer takes somebody off the list, as the person reads it; may be empty.
    """
    reason = reason.strip()[:LONGEST_NEEDS]
    with _writing(workshop) as writing:
        left = rules.given_back(writing.book.get(number), writing.terms, writing.now, by_trainer)
        if reason:
            return writing.put(left, letters.REMOVED, reason=reason)
        return writing.put(left)


def forget(workshop, userid):
    """Give back what somebody has whose account is gone; nobody writes to them any more."""
    with _writing(workshop) as writing:
        for one in writing.all():
            if one.userid == userid and one.state in rules.ACTIVE:
                left = rules.given_back(one, writing.terms, writing.now, by_trainer=True)
                writing.put(left, letter="")


def settle(workshop):
    """End offers whose time is over and offer what is free."""
    if workshop.UID() in storage.books_of(site()):
        with _writing(workshop):
            pass


def note_attendance(workshop, number, attended, why=""):
    """Note who came (True), who did not (False), or take it back (None); again is no harm."""
    book = storage.ensured_book(site(), workshop.UID())
    one = book.get(number)
    if one.state != rules.REGISTERED:
        raise Refused(rules.UNKNOWN, one.name)
    why = why.strip()[:LONGEST_NEEDS] if attended is False else ""
    if (one.attended, one.why_absent) != (attended, why):
        one = replace(one, attended=attended, why_absent=why)
        book.put(one)
        handouts.follow(workshop.UID())
        if state_of(workshop) == workflow.HELD:
            certify(workshop, one)


def certify(workshop, one):
    """Issue the certificate of who was there, once, and tell them where it is."""
    portal = site()
    if not one.attended or certificates.certificate_of(portal, workshop.UID(), one.number):
        return
    made = certificates.issue(portal, workshop, one)
    link = letters.certificate_link(portal, made, one)
    telling.send(portal, workshop, one, letters.CERTIFICATE, link=link)


def may_manage(workshop):
    """Return whether who asks sees the names of those who registered, and changes them."""
    return asking.may(workflow.MANAGE, workshop)
