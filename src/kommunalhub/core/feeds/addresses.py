"""Addresses are given, taken back, and lead to a calendar. Only a hash of their secret is kept."""

from BTrees.OOBTree import OOBTree
from contextlib import contextmanager
from hashlib import sha256
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.feeds.interfaces import IFeed
from kommunalhub.core.persons import is_there
from kommunalhub.core.tools import site
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility

import secrets


#: Where they are kept: {hash of a secret: (user id, name of the feed, argument)}.
KEY = "kommunalhub.core.feeds"


def subscribe(userid, feed, argument=""):
    """Return the secret of a new address for a person; the one they had is not good any more."""
    revoke(userid, feed, argument)
    secret = secrets.token_urlsafe(24)
    ensured_on(site(), KEY, OOBTree)[_hash(secret)] = (userid, feed, argument)
    return secret


def revoke(userid, feed, argument=""):
    """Let the address of a person be good no more."""
    _drop(lambda kept: kept == (userid, feed, argument))


def forget_person(userid):
    """Revoke all addresses of a person."""
    _drop(lambda kept: kept[0] == userid)


def is_subscribed(userid, feed, argument=""):
    return (userid, feed, argument) in _kept().values()


def text_of(secret):
    """Return the calendar behind a secret, or None where there is none (any more)."""
    userid, feed, argument = _kept().get(_hash(secret), (None, "", ""))
    utility = queryUtility(IFeed, name=feed) if feed else None
    if utility is None or not is_there(userid):
        return None
    with as_person(userid):
        return utility(argument)


@contextmanager
def as_person(userid):
    with api.env.adopt_user(user=api.user.get(userid=userid)):
        yield


def _kept():
    return IAnnotations(site()).get(KEY, {})


def _drop(is_meant):
    kept = _kept()
    for key in [key for key, value in kept.items() if is_meant(value)]:
        del kept[key]


def _hash(secret):
    return sha256(secret.encode()).hexdigest()
