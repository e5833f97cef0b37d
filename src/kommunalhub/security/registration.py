"""External applicants make their own account: a form, a mail, a password.

Nothing of theirs becomes an account before they have followed the link in the mail. Whoever asks
gets the same answer, whether the address has an account or not.
"""

from functools import partial
from kommunalhub.security import accounts
from kommunalhub.security import mails
from kommunalhub.security import throttle
from kommunalhub.security.guard import find_guard
from kommunalhub.security.ledger import write_aside
from kommunalhub.security.settings import now
from kommunalhub.security.settings import setting
from kommunalhub.security.tickets import new_id
from plone import api

import hashlib


def is_open():
    """Say whether people may register here."""
    return setting("self_registration")


def is_offered():
    """Say whether to lead people there: without mail nobody could confirm it."""
    return is_open() and mails.can_send()


def ask(request, fullname, email):
    """Send the mail with the link, or to who has an account one that says so.

    Raises TooManyRequests, and what mails.send raises.
    """
    pas = api.portal.get_tool("acl_users")
    guard = find_guard(pas)
    if not throttle.may_mail(guard.failures, request, email):
        return
    if accounts.is_taken(pas, email):
        mails.send_known(request, email, accounts.find_login(pas, email))
        return
    key = new_id()
    until = now() + setting("registration_hours") * 3600
    # Aside, so that a conflict cannot send the mail twice.
    write_aside(guard.registrations, partial(_add, _hash(key), fullname, email, now(), until))
    mails.send_link(request, email, key, until)


def _add(hashed, fullname, email, current, until, ledger):
    ledger.add(hashed, fullname, email, current, until)


def find(key):
    """Return {"fullname", "email", "until"} of who got this key, None if it is not valid."""
    return _ledger().get(_hash(key), now())


def confirm(key, password):
    """Make the account and return its id. Raises ValueError, see accounts.create."""
    entry = find(key)
    user_id = accounts.create(entry["fullname"], entry["email"], password)
    _ledger().remove(_hash(key))
    return user_id


def sign_in(user_id, request):
    """Sign the new person in, as after the log-in form; for the rest of the request nobody is."""
    pas = api.portal.get_tool("acl_users")
    with api.env.adopt_user(user=pas.getUserById(user_id)):
        api.portal.get_tool("portal_membership").loginUser(request)


def landing_url(user_id):
    """Return the address of the page that comes next, as far as this person may see it."""
    portal = api.portal.get()
    path = setting("registration_landing") or ""
    page = portal.unrestrictedTraverse(path.strip("/"), None) if path.strip("/") else None
    person = api.user.get(userid=user_id)
    if page is None or not api.user.has_permission("View", user=person, obj=page):
        page = portal
    return page.absolute_url()


def _ledger():
    return find_guard(api.portal.get_tool("acl_users")).registrations


def _hash(key):
    return hashlib.sha256(key.encode()).hexdigest()
