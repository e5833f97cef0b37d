"""What a request remembers of computed roles, and how it is forgotten."""

from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


# borg.localrole keeps its answers under keys that begin so.
ANSWERS = "borg.localrole.workspace.checkLocalRolesAllowed:"
# Ours are kept in the request itself: adapting it to annotations would cost what they save.
TABLES = "_kommunalhub_role_tables"


def role_tables():
    """Return {(oid, partner): {group id: roles}} of this request, or None outside of requests."""
    request = getRequest()
    return None if request is None else vars(request).setdefault(TABLES, {})


def forget_roles():
    """Forget what this request knows of computed roles, for something they follow from changed.

    Else the rest of the request would still be allowed what the person could do before.
    """
    request = getRequest()
    if request is None:
        return
    vars(request).pop(TABLES, None)
    answers = IAnnotations(request, None)
    for key in [key for key in answers or () if str(key).startswith(ANSWERS)]:
        del answers[key]
