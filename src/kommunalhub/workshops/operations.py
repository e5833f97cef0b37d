"""The verbs of workshops: register, give back, take an offer, call off; all write by `_writing`."""

from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import replace
from datetime import UTC
from kommunalhub import _
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import persons
from kommunalhub.core import registry
from kommunalhub.core.acting import as_builder
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.sections import disown
from kommunalhub.core.sections import ensure_folder
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.operations import post
from kommunalhub.partners.membership import partners_of
from kommunalhub.workshops import certificates
from kommunalhub.workshops import letters
from kommunalhub.workshops import programme
from kommunalhub.workshops import rooms
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow
from kommunalhub.workshops.interfaces import IWorkshopSection
from kommunalhub.workshops.rules import Refused
from plone import api
from Products.CMFCore.permissions import AddPortalContent
from Products.CMFCore.permissions import View
from zope.interface import alsoProvides


SECTION = "workshops"
ADDERS = ["Trainer", "HubManager", "Manager"]
LONGEST_NEEDS = 500
#: What those see who have no account, in states in which a public workshop is there for all.
SEEN = (View, "Access contents information")


def ensure_sections(portal):
    """Return the folder `workshops`, made if it is missing."""
    if SECTION in portal.objectIds():
        return portal[SECTION]
    with as_builder(portal):
        folder = ensure_folder(
            portal,
            SECTION,
            in_site_language(_("section_workshops", default="Workshops")),
            in_site_language(
                _(
                    "section_workshops_about",
                    default="Trainings and workshops of the hub, to register for.",
                )
            ),
            state="public",
            layout="workshops",
            addable=[workflow.TYPE],
        )
        disown(folder)
        alsoProvides(folder, IWorkshopSection)
        for permission in (AddPortalContent, workflow.ADD_WORKSHOP):
            folder.manage_permission(permission, ADDERS, acquire=0)
        folder.reindexObject()
    return folder


def workshops_folder(portal):
    """Return the folder of the workshops, None where it is not there."""
    return portal.unrestrictedTraverse(SECTION, None)


# Who sees a workshop, and what follows from its steps


def show(workshop):
    """Let everybody see a public workshop once it is published; the workflow says who else does."""
    if not workshop.is_public or state_of(workshop) not in workflow.RELEASED:
        return False
    for permission in SEEN:
        workshop.manage_permission(permission, ["Anonymous"], acquire=0)
    return True


def show_again(workshop):
    """Follow a change of whom a workshop is for."""
    definition = api.portal.get_tool("portal_workflow").getWorkflowById(workflow.ID)
    definition.updateRoleMappingsFor(workshop)
    show(workshop)
    workshop.reindexObjectSecurity()


def follow_step(workshop, action, comment):
    """Do what follows from a transition."""
    show(workshop)
    if action == workflow.PUBLISH:
        workshop.announced = dates_of(workshop)
    elif action == workflow.HOLD:
        for one in book_of(workshop).all():
            certify(workshop, one)
    elif action == workflow.CANCEL:
        rooms.keep(workshop)
        workshop.sequence = kept(workshop, "sequence") or 0
        workshop.sequence += 1
        tell_all(workshop, letters.CALLED_OFF, reason=comment)


def follow_change(workshop):
    """Move the room, tell of new dates and places, offer seats that there are more of now."""
    rooms.keep(workshop)
    show_again(workshop)
    if state_of(workshop) in workflow.COMING:
        dates = dates_of(workshop)
        if dates != kept(workshop, "announced"):
            workshop.announced = dates
            workshop.sequence = (kept(workshop, "sequence") or 0) + 1
            tell_all(workshop, letters.CHANGED)
    settle(workshop)


def dates_of(workshop):
    """Return what people have to be told when it changes: dates, places and link."""
    sessions = [
        (one.start.isoformat(), one.end.isoformat(), one.place)
        for one in programme.sessions_of(workshop)
    ]
    return (*sessions, workshop.online_link or "")


# Registrations


@dataclass(frozen=True)
class Applicant:
    """Who wants a seat; partner: id of their administration, may be empty."""

    name: str
    email: str
    userid: str = ""
    partner: str = ""
    organisation: str = ""
    needs: str = ""


def member(userid, needs=""):
    """Return the Applicant for somebody with an account."""
    own = partners_of(userid)
    return Applicant(
        name=persons.name_of(userid),
        email=persons.property_of(userid, "email"),
        userid=userid,
        partner=own[0] if own else "",
        needs=needs.strip()[:LONGEST_NEEDS],
    )


def book_of(workshop):
    """Return the Book of a workshop, an empty one where nobody has registered yet."""
    found = storage.books_of(api.portal.get()).get(workshop.UID())
    return found if found is not None else storage.Book()


class _Writing:
    """One change of a book: what is read in it is settled, what changes is written and told."""

    def __init__(self, workshop):
        self.workshop = workshop
        self.portal = api.portal.get()
        self.book = storage.ensured_book(self.portal, workshop.UID())
        self.terms = programme.terms_of(workshop)
        self.now = formatting.now().astimezone(UTC)
        self.changed = {}

    def all(self):
        return self.book.all()

    def put(self, one):
        self.book.put(one)
        self.changed[one.number] = one
        return one

    def settle(self):
        for one in rules.settled(self.all(), self.terms, self.now):
            self.put(one)

    def finish(self):
        """Settle what follows, count, and write to those whose registration has changed."""
        self.settle()
        if self.changed:
            self.book.count(self.terms, self.now)
            tell_changes(self)


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
    return found


def accept(workshop, number):
    """Take an offer; return the Registration. Raises Refused, KeyError."""
    with _writing(workshop) as writing:
        return writing.put(rules.accepted(writing.book.get(number), writing.now))


def give_back(workshop, number, by_trainer=False):
    """Give a seat, an offer or a place on the list back. Raises Refused, KeyError."""
    with _writing(workshop) as writing:
        one = writing.book.get(number)
        return writing.put(rules.given_back(one, writing.terms, writing.now, by_trainer))


def settle(workshop):
    """End offers whose time is over and offer what is free."""
    if workshop.UID() in storage.books_of(api.portal.get()):
        with _writing(workshop):
            pass


def note_attendance(workshop, number, attended, why=""):
    """Note who came (True), who did not (False), or take it back (None); again is no harm."""
    book = storage.ensured_book(api.portal.get(), workshop.UID())
    one = book.get(number)
    if one.state != rules.REGISTERED:
        raise Refused(rules.UNKNOWN, one.name)
    why = why.strip()[:LONGEST_NEEDS] if attended is False else ""
    if (one.attended, one.why_absent) != (attended, why):
        one = replace(one, attended=attended, why_absent=why)
        book.put(one)
        if state_of(workshop) == workflow.HELD:
            certify(workshop, one)


def certify(workshop, one):
    """Issue the certificate of who was there, once, and tell them where it is."""
    portal = api.portal.get()
    if not one.attended or certificates.certificate_of(portal, workshop.UID(), one.number):
        return
    made = certificates.issue(portal, workshop, one)
    link = letters.certificate_link(portal, made, one)
    _send(portal, workshop, one, letters.CERTIFICATE, link=link)


# Letters


LETTER_OF_STATE = {
    rules.REGISTERED: letters.REGISTERED,
    rules.WAITING: letters.WAITING,
    rules.OFFERED: letters.OFFERED,
    rules.LAPSED: letters.LAPSED,
    rules.CANCELLED: letters.GIVEN_BACK,
}


def tell_changes(writing):
    """Write to everybody whose registration has changed."""
    found = writing.all() if writing.changed else []
    for one in writing.changed.values():
        told = {}
        if one.state == rules.WAITING:
            told["place"] = rules.place_of(found, one.number, writing.terms)
        if one.state == rules.OFFERED:
            told["until"] = formatting.moment(one.until)
        _send(writing.portal, writing.workshop, one, LETTER_OF_STATE[one.state], **told)


def tell_all(workshop, kind, states=rules.ACTIVE, **told):
    """Write one letter to all in some states; return to how many."""
    portal = api.portal.get()
    found = [one for one in book_of(workshop).all() if one.state in states]
    for one in found:
        _send(portal, workshop, one, kind, **told)
    return len(found)


def has_to_remind(book):
    """Return whether somebody who has a seat was not reminded yet."""
    return any(one.state == rules.REGISTERED and not one.reminded for one in book.all())


def remind(workshop):
    """Remind those who have a seat, once."""
    portal, book = api.portal.get(), book_of(workshop)
    for one in book.all():
        if one.state == rules.REGISTERED and not one.reminded:
            book.put(replace(one, reminded=True))
            _send(portal, workshop, one, letters.REMINDER)


def _send(portal, workshop, one, kind, **told):
    if not one.email or settings_of(portal) is None:
        return
    moment = formatting.now().isoformat()
    key = f"workshop:{workshop.UID()}:{one.number}:{kind}:{moment}"
    post(portal, letters.letter(portal, workshop, one, kind, key, **told))


# Retention


def retention_months():
    """Return after how many months names and addresses go."""
    return registry.read("kommunalhub.workshops_retention_months", 6)


def to_forget(end, now):
    """Return what of the people of a workshop that ended then may not be kept any more."""
    if end >= now:
        return storage.NOTHING
    local = formatting.to_local(end)
    months = local.year * 12 + local.month - 1 + retention_months()
    limit = (months // 12, months % 12 + 1, local.day)
    today = formatting.to_local(now)
    over = (today.year, today.month, today.day) > limit
    return storage.PEOPLE if over else storage.NEEDS


def forget_people(book, what):
    """Erase what may not be kept any more; the numbers stay."""
    if book.forgotten >= what:
        return
    book.forget(rules.anonymous if what == storage.PEOPLE else rules.without_needs)
    book.forgotten = what


def may_manage(workshop):
    """Return whether who asks sees the names of those who registered, and changes them."""
    return asking.may(workflow.MANAGE, workshop)
