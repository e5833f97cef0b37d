"""Tells wrong input, over which Plone's own code stumbles, from bugs.

What Plone's services and views read, they read trustingly: hundreds of places take a list for a
dictionary, or a word for a number. Where such an error arises in code that reads what was sent,
and something was sent, the request is wrong. An error anywhere else is a bug, whoever asked: one
of ours never looks like a wrong request.
"""

from DateTime.interfaces import DateTimeError
from plone.restapi.exceptions import DeserializationError
from plone.restapi.exceptions import QueryParsingError
from Products.CMFEditions.interfaces.IArchivist import ArchivistError
from Products.ZCTextIndex.ParseTree import ParseError
from Products.ZCTextIndex.ParseTree import QueryError


#: What only input can cause.
INPUT = (DateTimeError, DeserializationError, ParseError, QueryError, QueryParsingError)
#: What reading something of another form than expected ends in.
READING = (
    *(TypeError, ValueError, LookupError, AttributeError, ArithmeticError, AssertionError),
    *(RecursionError, NotImplementedError, UnboundLocalError, ArchivistError),
)
#: Packages of Plone, and what modules are called in them that read what was sent.
PLONE = ("plone", "Products.CMFPlone", "Products.CMFEditions", "Products.CMFPlacefulWorkflow")
READERS = {
    *("batching", "browser", "controlpanel", "controlpanels", "converters", "deserializer"),
    *("querystring", "search", "services", "types", "vocabularies"),
}
OURS = "kommunalhub"
#: Stands in the place of the catalog's methods, and is as little to blame as they are.
PASSING_ON = "kommunalhub.security.limits.catalog"


def is_wrong_input(error, traceback, has_input):
    """Tell whether an exception comes from what was sent.

    traceback: where it arose; has_input: whether anything was sent that could be wrong.
    """
    if isinstance(error, INPUT):
        return True
    if not has_input:
        return False
    names = modules(traceback)
    if type(error) is Exception:  # „Must supply exactly one parameter“: raised by a reader itself
        names = names[-1:]
    elif not isinstance(error, READING):
        return False
    return arises_in_reading(names)


def arises_in_reading(names):
    """Tell whether an error arose in code that reads input.

    names: of the modules that were at work, the innermost last. Libraries that are asked on the way
    count for nothing; whoever asked them does.

    >>> arises_in_reading(["ZPublisher.mapply", "plone.restapi.services.users.add", "re"])
    True
    >>> arises_in_reading(["plone.restapi.services.content.add", "kommunalhub.funding.operations"])
    False
    >>> arises_in_reading(["ZPublisher.mapply", "Products.ZCatalog.Catalog"])
    False
    """
    for name in reversed(names):
        if is_below(name, (OURS,)) and name != PASSING_ON:
            return False
        if is_below(name, PLONE) and READERS.intersection(name.split(".")):
            return True
    return False


def is_below(name, packages):
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def modules(traceback):
    """Return the names of the modules a traceback leads through, the innermost last."""
    names = []
    while traceback is not None:
        names.append(traceback.tb_frame.f_globals.get("__name__") or "")
        traceback = traceback.tb_next
    return names
