"""As what applicants pay for what they book: as what they have applied."""

from kommunalhub.booking.interfaces import IApplicantKind
from kommunalhub.booking.interfaces import ISpace
from kommunalhub.coworking import places
from kommunalhub.coworking import rules
from zope.component import adapter
from zope.interface import implementer


@implementer(IApplicantKind)
@adapter(ISpace)
class KindOfApplicant:
    """The kind of an application that holds, one for this kind of space first."""

    def __init__(self, context):
        self.context = context

    def kind_of(self, userid):
        extras = sorted(
            places.applications_of(userid),
            key=lambda extra: extra.get("space_kind") != self.context.kind,
        )
        return next(filter(None, map(rules.kind_of, extras)), None)
