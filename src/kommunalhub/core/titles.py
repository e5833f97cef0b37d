"""What types and states are called, from their ids as the catalog keeps them; wakes no object."""

from functools import lru_cache
from kommunalhub.core.reading import once
from kommunalhub.core.tools import tool
from zope.i18n import translate
from zope.i18nmessageid import Message


# Where titles of types and workflows are looked up, ours first.
DOMAINS = ("kommunalhub", "plone")


@once
def type_title(portal_type):
    """Return the title of a type as a message, its id when there is none."""
    found = tool("portal_types").get(portal_type)
    return found.Title() if found is not None else portal_type


@once
def state_title(portal_type, state):
    """Return the title of a review state of a type as a message."""
    if not state:
        return ""
    title = tool("portal_workflow").getTitleForStateOnType(state, portal_type)
    return titled(title or state)


def titled(title):
    """Return a title of a type, state or transition as a message of the domain that knows it."""
    return _titled(title, getattr(title, "domain", None))


@lru_cache(maxsize=2000)  # catalogues do not change while a process runs
def _titled(title, own_domain):
    for domain in DOMAINS:
        if translate(title, domain=domain, target_language="de") != title:
            return Message(title, domain=domain, default=title)
    return title
