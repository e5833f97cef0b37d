"""What somebody of support decides on a mail that waits: whose ticket it is, or that it is none.

The mail is read again from its original; from now on it is the report of whom support has named.
Their account and nothing of the mail says what they may do.
"""

from kommunalhub import _
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.core import asking
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import is_there
from kommunalhub.core.tools import tool
from kommunalhub.lib.addresses import is_account_email
from kommunalhub.security.accounts import find_login
from kommunalhub.support import operations as support
from kommunalhub.support.mail import operations
from kommunalhub.support.mail import parking
from kommunalhub.support.mail import reading
from kommunalhub.support.mail import rules
from kommunalhub.support.mail import senders
from kommunalhub.support.mail import storage
from kommunalhub.support.outside import operations as outside
from tempfile import NamedTemporaryFile

import shutil


GONE = _("error_parked_gone", default="Somebody else has already decided on this mail.")
LONGEST_NAME = 200
NOTE = _("note_mail_sorted", default="From a mail of ${who}. Support has named whose report it is.")


class Undecided(ApprovalError):
    """What was typed does not suit; `field` says which."""

    def __init__(self, message, field=None):
        super().__init__(message)
        self.field = field


def person_called(text):
    """Return the id of the account with a name to sign in with, an id or an address; or None."""
    text = text.strip()
    if is_there(text):
        return text
    users = tool("acl_users")
    login = find_login(users, text.lower())
    found = users.getUser(login or text)
    return None if found is None else found.getId()


def confirm(portal, item_id, text):
    """Make the ticket of somebody with an account of a mail that waits; return it."""
    store = storage.ensured(portal)
    item = _waiting(store, item_id)
    userid = person_called(text) if text.strip() else None
    if userid is None:
        raise Undecided(
            _(
                "error_parked_person",
                default="There is no such account. Please enter an e-mail address or a user name.",
            ),
            "person",
        )
    return made_of(portal, store, item, userid)


def confirm_guest(portal, item_id):
    """Make the ticket of somebody without an account of a mail that waits; return it.

    The link goes to the address of the mail: whoever has that mailbox, and nobody else, is let in.
    """
    store = storage.ensured(portal)
    item = _waiting(store, item_id)
    if not may_be_guest(item):
        raise Undecided(
            _(
                "error_parked_guest",
                default="No link can be sent to this address: it has an account, or cannot get "
                "mails of ours.",
            ),
            "person",
        )
    name = item.name.strip()[:LONGEST_NAME] or item.address
    return made_of(portal, store, item, outside.welcome(name, item.address))


def may_be_guest(item):
    """Return whether a mail that waits can be that of somebody without an account."""
    if item.reason != rules.UNKNOWN or not is_account_email(item.address):
        return False
    return outside.is_offered() and not senders.accounts_of(item.address)


def made_of(portal, store, item, userid):
    """Make the ticket of a person of a mail that waits, which is taken out; return the ticket."""
    with NamedTemporaryFile(prefix="kommunalhub-", suffix=".eml") as file:
        with item.original.open() as original:
            shutil.copyfileobj(original, file)
        file.flush()
        for path, mail, _why in reading.read_all([file.name]):
            incoming = operations.Incoming(mail, item.key, path)
            outcome = operations.report(portal, store, incoming, userid)
    del store.parked[item.id]
    ticket = support.ticket_of(outcome.where)
    who = f"{item.name} <{item.address}>".strip()
    conversation.write_note(ticket, in_site_language(filled(NOTE, who=who)))
    return ticket


def discard(portal, item_id, reason):
    """Take a mail out for good, with a reason."""
    store = storage.ensured(portal)
    _waiting(store, item_id)
    reason = reason.strip()
    if not reason:
        raise Undecided(
            _("error_parked_reason", default="Please write why this mail is discarded."), "reason"
        )
    if len(reason) > parking.LONGEST_REASON:
        message = _(
            "error_comment_too_long",
            default="Please shorten your text to ${n} characters.",
            mapping={"n": parking.LONGEST_REASON},
        )
        raise Undecided(message, "reason")
    parking.discard(store, item_id, reason, asking.userid())


def _waiting(store, item_id):
    item = store.parked.get(item_id)
    if item is None:
        raise Undecided(GONE)
    return item
