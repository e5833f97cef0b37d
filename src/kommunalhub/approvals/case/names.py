"""The id of a new case is its number in lower case, and nothing else has an id of that form.

That of a page comes from its title.
"""

from Acquisition import aq_base
from kommunalhub import _
from kommunalhub.approvals.case.numbers import ensure_number
from kommunalhub.approvals.case.numbers import next_number
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import INumbered
from kommunalhub.approvals.interfaces import IProcess
from kommunalhub.approvals.processes import process_of
from kommunalhub.security.ids.interfaces import INameRule
from plone.app.content.interfaces import INameFromTitle
from zope.component import adapter
from zope.component import getUtilitiesFor
from zope.interface import implementer

import re


@implementer(INameFromTitle)
@adapter(IApprovable)
class NameFromNumber:
    """What Plone makes the id from.

    Under the old name of the interface, for plone.restapi still asks for that one.
    """

    def __init__(self, context):
        self.context = context

    @property
    def title(self):
        process = process_of(self.context.portal_type)
        if process is None:
            return None
        return ensure_number(self.context, process) or self.context.title


def numbered(cls):
    """Decorate the class of a case with a number, see INumbered: its copies are numbered anew.

    While copying, Plone asks the container for the id of the copy, by the old id alone; whether
    something is copied or moved only the thing itself is told, just before.
    """
    notify = cls._notifyOfCopyTo

    def _notifyOfCopyTo(self, container, op=0):
        process = process_of(self.portal_type)
        if op == 0 and process is not None:
            aq_base(container)._v_numbers = {self.getId(): next_number(process.prefix)}
        notify(self, container, op=op)

    cls._notifyOfCopyTo = _notifyOfCopyTo
    return implementer(INumbered)(cls)


def copy_id(container, id):
    """Return the id of what is pasted (instead of OFS.CopySupport.CopyContainer._get_id)."""
    number = getattr(aq_base(container), "_v_numbers", {}).pop(id, None)
    return number.lower() if number is not None else container._old__get_id(id)


def number_of_copy(obj, process):
    """Return the number that a copy was given with its id, or None."""
    number = (obj.getId() or "").upper()
    is_number = process.prefix and re.fullmatch(rf"{process.prefix}-\d{{4}}-\d+", number)
    return number if is_number else None


@implementer(INameRule)
class NumbersAreForCases:
    """What looks like a case number is the number of the case itself, or of what it revises."""

    message = _(
        "error_name_case_number",
        default="This short name looks like the number of a case. Please choose another one.",
    )

    def __call__(self, container, obj, name):
        found = (process.prefix.lower() for _name, process in getUtilitiesFor(IProcess))
        prefixes = {prefix for prefix in found if prefix}
        form = rf"({'|'.join(map(re.escape, prefixes))})-\d{{4}}-\d+(?![a-z0-9])"
        if not prefixes or not re.match(form, name):
            return None
        own = getattr(obj, "__dict__", {}).get("case_number")
        if own and re.fullmatch(rf"{re.escape(own.lower())}(-.+)?", name):
            return None
        return self.message
