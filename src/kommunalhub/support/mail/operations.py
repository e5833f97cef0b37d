"""The verbs: take a mail, which ends as one article or one parked item; and what becomes of that.

Whoever acts in a mail does so with their own rights and no others; a mail gives none.
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.documents import files as documents
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.transactions import attempt
from kommunalhub.core.transactions import WayBack
from kommunalhub.notices import audience
from kommunalhub.notices.operations import post
from kommunalhub.security.guests import operations as guests
from kommunalhub.support import arrival
from kommunalhub.support import operations as support
from kommunalhub.support import whom
from kommunalhub.support import workflow
from kommunalhub.support.letters import CREATED
from kommunalhub.support.mail import letters
from kommunalhub.support.mail import outgoing
from kommunalhub.support.mail import parking
from kommunalhub.support.mail import rules
from kommunalhub.support.mail import senders
from kommunalhub.support.mail import settings
from kommunalhub.support.mail import storage
from kommunalhub.support.mail import wording
from kommunalhub.support.outside import operations as outside
from plone import api
from plone.dexterity.utils import createContentInContainer
from zExceptions import Unauthorized


TRIES = 10
#: What became of a mail, besides storage.ARTICLE and storage.PARKED.
TWICE = "twice"


@dataclass(frozen=True)
class Outcome:
    """What became of a mail. where: UID of the ticket, or the id of what is parked."""

    what: str
    where: str = ""
    reason: str = ""


@dataclass
class Incoming:
    """A mail on its way. people: who may be meant by its address; text: as wording makes it."""

    mail: object
    key: str
    original: str
    people: list = field(default_factory=list)

    @property
    def address(self):
        return self.mail.sender[1]


def accept(portal, path, mail, why=None):
    """Take one mail, in a transaction of its own; return the Outcome.

    path: of its bytes; mail, why: as reading gives them. The same mail twice is one.
    """
    return attempt(lambda: take(portal, path, mail, why), TRIES)


def take(portal, path, mail, why=None):
    """Take one mail in this transaction; return the Outcome."""
    key = rules.key_of(
        mail.message_id, mail.sender[1], mail.date, mail.subject, mail.text[: storage.TOLD]
    )
    store = storage.ensured(portal)
    if key in store.seen:
        return Outcome(TWICE, store.seen[key][1])
    incoming = Incoming(mail, key, path, senders.known_as(mail.sender[1]))
    marks = rules.marks_in(mail.subject, *mail.refers)
    found = senders.marked(marks, incoming.people) or thread_of(store, incoming)
    reason = why or rules.unattended(
        mail.told, mail.kind, incoming.address, mail.subject, settings.own_addresses()
    )
    if not reason and rules.marks_in(mail.message_id):
        reason = rules.LOOP
    if reason:
        return park(store, incoming, reason, found[0] if found else None)
    if found:
        return answer(portal, store, incoming, *found)
    reason = waits_because(store, incoming, marks)
    if reason:
        return park(store, incoming, reason)
    [userid] = senders.accounts_of(incoming.address)
    return report(portal, store, incoming, userid)


def thread_of(store, incoming):
    """Return (ticket, user id) of a mail that answers one which this very person has sent."""
    for one in reversed([*incoming.mail.refers, incoming.mail.message_id]):
        uid = store.threads.get(thread_key(one, incoming.address)) if one else None
        ticket = support.ticket_of(uid) if uid else None
        for userid in incoming.people if ticket is not None else ():
            if userid in whom.sides_of(ticket):
                return ticket, userid
    return None


def thread_key(message_id, address):
    return rules.key_of(message_id, address)


def waits_because(store, incoming, marks):
    """Return why somebody of support has to look at a mail that belongs to no ticket, "" if not."""
    accounts = senders.accounts_of(incoming.address)
    if len(accounts) != 1:
        return rules.SEVERAL if accounts else rules.UNKNOWN
    [userid] = accounts
    server = settings.proving_server()
    results = incoming.mail.told.get("authentication-results", ())
    if server and not rules.proves(results, server, incoming.address.rpartition("@")[2]):
        return rules.UNPROVEN
    if incoming.mail.recipients > rules.MOST_RECIPIENTS:
        return rules.MASS
    if senders.helps(userid) and (marks or incoming.mail.refers):
        return rules.AGENT
    return rules.FLOOD if is_flood(store, incoming) else ""


def is_flood(store, incoming):
    """Return whether an address has begun as many tickets lately as no person does."""
    return len(lately(store, incoming.address)) >= rules.MOST_TICKETS


def lately(store, address):
    """Return when an address has begun tickets, as far as it counts still."""
    since = formatting.now() - rules.IN_TIME
    return tuple(when for when in store.lately.get(address, ()) if when > since)


# A mail that belongs to a ticket.


def answer(portal, store, incoming, ticket, userid):
    """Add a mail to a ticket as who sent it, and take the step that follows from it.

    That of a merged ticket goes to the one that it is worked on with; where its reporter may not
    write there, it stays with their own, which is read there too.
    """
    into = support.merged_into(ticket)
    if into is not None:
        found = add(portal, store, incoming, into, userid)
        if found is not None:
            return found
    found = add(portal, store, incoming, ticket, userid)
    return found or park(store, incoming, rules.REFUSED, ticket)


def add(portal, store, incoming, ticket, userid):
    """Add a mail to a ticket as who sent it; return the Outcome, None where they may not."""
    words = wording.of(incoming.mail)
    verb = rules.verb_for(
        rules.Standing(state_of(ticket), closed_since(ticket)),
        userid in whom.sides_of(ticket),
        words.shown,
        formatting.now(),
    )
    if verb == rules.ANOTHER:
        if is_flood(store, incoming):
            return park(store, incoming, rules.FLOOD, ticket)
        return report(portal, store, incoming, userid, ticket)
    before = WayBack()
    try:
        with senders.acting(userid):
            seq, hints = say(ticket, verb, words, incoming.mail.files)
    except (ApprovalError, Unauthorized):
        before.rollback()
        return None
    return keep(store, incoming, ticket, userid, seq, words, hints)


def say(ticket, verb, words, files):
    """Say something on a ticket as who is acting; return (number of the entry, hints)."""
    text = words.comment or in_site_language(wording.NO_TEXT)
    if verb in (rules.ANSWER, rules.REOPEN):
        decide(ticket, verb, text)
        seq = IJournal(ticket).last(entries.TRANSITION)["seq"]
        return seq, add_files(ticket, files)
    good, hints = sorted_out(ticket, files)
    conversation.write_message(ticket, text, good)
    return IJournal(ticket).last(entries.MESSAGE)["seq"], hints


def closed_since(ticket):
    """Return since when a ticket is closed, None while it is not."""
    if state_of(ticket) != workflow.CLOSED:
        return None
    last = IJournal(ticket).last(entries.TRANSITION)
    return datetime.fromisoformat(last["when"]) if last else None


def add_files(ticket, files):
    """Add to a ticket what it takes, as who is acting; return hints on the others."""
    good, hints = sorted_out(ticket, files)
    if good:
        documents.add_files(ticket, good)
    return hints


def sorted_out(ticket, files):
    """Return (files that a ticket takes, sentences on those that it does not take)."""
    allowed, good, hints = documents.limits(), [], []
    may_add = documents.may_add(ticket)
    for file in files:
        problem = documents.problem_of(file.filename, file, allowed)
        if problem is None and may_add:
            good.append(file)
        else:
            hints.append(wording.left_out(file, problem))
    return good, hints


# A mail that becomes a ticket.


def report(portal, store, incoming, userid, earlier=None):
    """Make a ticket of a mail for a person, and tell them its number.

    earlier: a ticket that was closed too long ago to be opened again.
    """
    words = wording.of(incoming.mail)
    title = rules.title_of(incoming.mail.subject, words.shown)
    values = {
        "title": title or in_site_language(wording.NO_SUBJECT),
        "description": words.description,
    }
    if guests.is_guest(userid):
        ticket = outside.make(userid, values)
        userid = ticket.Creator()
    else:
        with senders.acting(userid):
            folder = portal[support.SECTION]
            ticket = createContentInContainer(
                folder, workflow.TYPE, came_by=arrival.BY_MAIL, **values
            )
    with senders.acting(userid):
        hints = add_files(ticket, incoming.mail.files)
    if earlier is not None:
        ticket.related = (*ticket.related, earlier.UID())
        earlier.related = (*earlier.related, ticket.UID())
    address = incoming.address
    store.lately[address] = (*lately(store, address), formatting.now())
    outcome = keep(store, incoming, ticket, userid, 1, words, hints)
    tell_number(portal, ticket, userid)
    return outcome


def tell_number(portal, ticket, userid):
    """Tell who has sent a mail that it is a ticket now, once; a guest gets the link to it."""
    if guests.is_guest(userid):
        outside.tell(ticket)
        return
    person = audience.person_of(api.user.get(userid=userid))
    if person.email:
        envelope = outgoing.TicketMail(ticket).envelope(userid, CREATED)
        post(portal, letters.received_letter(portal, ticket, person, envelope))


def keep(store, incoming, ticket, userid, seq, words, hints):
    """Keep with an entry of a ticket which mail it was, and hold together what follows from it."""
    mail = incoming.mail
    with open(incoming.original, "rb") as stream:
        original = storage.blob_of(stream)
    hints = [*hints, *wording.hints_of(mail)]
    article = storage.Article(mail.message_id, userid, words.whole, hints, original)
    storage.keep_article(ticket, seq, article)
    uid = ticket.UID()
    store.seen[incoming.key] = (storage.ARTICLE, uid)
    for one in dict.fromkeys([*mail.refers, mail.message_id]):
        if one and not rules.marks_in(one):
            store.threads.setdefault(thread_key(one, incoming.address), uid)
    return Outcome(storage.ARTICLE, uid)


def park(store, incoming, reason, ticket=None):
    """Let a mail wait for somebody of support, with the reason."""
    with open(incoming.original, "rb") as stream:
        item = parking.item_of(incoming.mail, incoming.key, stream, reason, ticket)
    number = parking.keep(store, item)
    return Outcome(storage.PARKED, number, reason)
