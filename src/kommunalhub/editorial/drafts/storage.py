"""Where drafts are kept: beside the content, by person and by form. Written by operations alone."""

from BTrees.OOBTree import OOBTree
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.drafts"


def own_of(portal, userid):
    """Return {key: {"when", "form", "uid", "title", "entries"}} of a person; reads only."""
    people = IAnnotations(portal).get(KEY)
    return {} if people is None or userid is None else people.get(userid, {})


def ensure_own(portal, userid):
    return ensured_in(ensured_on(portal, KEY, OOBTree), userid, OOBTree)


def everybody(portal):
    """Yield (user id, key, draft) of all drafts."""
    for userid, own in (IAnnotations(portal).get(KEY) or {}).items():
        for key, draft in own.items():
            yield userid, key, draft


def forget_person(portal, userid):
    people = IAnnotations(portal).get(KEY)
    if people is not None:
        people.pop(userid, None)
