"""borg.localrole remembers its answers for a request; here they are forgotten."""

from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


ANSWERS = "borg.localrole.workspace.checkLocalRolesAllowed:"


def forget_roles():
    """Forget what this request knows of computed roles, for something they follow from changed.

    Else the rest of the request would still be allowed what the person could do before.
    """
    cache = IAnnotations(getRequest(), None)
    for key in [key for key in cache or () if str(key).startswith(ANSWERS)]:
        del cache[key]
