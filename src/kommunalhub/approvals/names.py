"""The id of a new case is its number in lower case."""

from kommunalhub.approvals.cases import process_of
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.numbers import ensure_number
from plone.app.content.interfaces import INameFromTitle
from zope.component import adapter
from zope.interface import implementer


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
        return ensure_number(self.context, process) if process is not None else None
