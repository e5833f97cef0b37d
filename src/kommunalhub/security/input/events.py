"""Events that recur, whatever way they came to be as they are.

Form and REST look at a recurrence that is sent; a start that is moved alone, an import of a
calendar or a script may make a series without an end one can see all the same.
"""

from Acquisition import aq_base
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.validation import FieldError
from kommunalhub.security.input.fields import check_series
from kommunalhub.security.settings import is_installed
from zope.globalrequest import getRequest


def refuse_endless(obj, event):
    """Raise BadRequest where the series of an event has no end within bounds.

    No Invalid: Plone's import of calendars would go on with what it made so far.
    """
    series = getattr(aq_base(obj), "recurrence", None)
    if not series or not is_installed():
        return
    try:
        check_series(series, None, obj)
    except FieldError as error:
        raise wrong("recurrence", error.args[0], getRequest()) from error
