"""What others may use of it: behaviours of pages and folders, and what is told to people."""

from kommunalhub import _
from kommunalhub.approvals.reviewing import rules
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import provider


@provider(IFormFieldProvider)
class IResponsible(model.Schema):
    """Behaviour `kommunalhub.responsible`: what somebody answers for, and folders that say who."""

    model.fieldset(
        "upkeep", label=_("fieldset_upkeep", default="Responsibility"), fields=["responsible"]
    )
    responsible = schema.Choice(
        title=_("label_responsible", default="Responsible"),
        description=_(
            "help_responsible",
            default="A function, so that it stays so when people change. Left open, that of the "
            "folder holds, else the editors of the administration.",
        ),
        vocabulary="kommunalhub.responsible_functions",
        required=False,
    )


@provider(IFormFieldProvider)
class IInterval(IResponsible):
    """Behaviour `kommunalhub.interval`, for folders: how often what stands in it is reviewed."""

    model.fieldset(
        "upkeep", label=_("fieldset_upkeep", default="Responsibility"), fields=["review_months"]
    )
    review_months = schema.Int(
        title=_("label_review_months", default="Reviewed every … months"),
        description=_(
            "help_review_months",
            default="Left open, what the folder says holds, else what is usual in the hub.",
        ),
        min=rules.LEAST,
        max=rules.MOST,
        required=False,
    )


@provider(IFormFieldProvider)
class IReviewable(IInterval):
    """Behaviour `kommunalhub.reviewable`: a page that is looked at again from time to time.

    It keeps `checked_on` (date it was released or reviewed last), `review_on` (date of the next
    review) and `called` ({why: until when, UTC}) on itself, see operations.
    """


class IReviewsDue(Interface):
    """Reviews have fallen due; told once for all pages of a function."""

    group = Attribute("Id of the group that is responsible.")
    uids = Attribute("UIDs of the pages, in the order of their titles.")


class INobodyResponsible(Interface):
    """There is nobody in a group any more that is responsible for pages; told once."""

    group = Attribute("Id of the group, which may be gone.")
    partner = Attribute("Id of the administration whose pages they are, or None.")
    count = Attribute("How many pages wait for somebody.")


@implementer(IReviewsDue)
class ReviewsDue:
    """See IReviewsDue."""

    def __init__(self, group, uids):
        self.group, self.uids = group, tuple(uids)


@implementer(INobodyResponsible)
class NobodyResponsible:
    """See INobodyResponsible."""

    def __init__(self, group, partner, count):
        self.group, self.partner, self.count = group, partner, count
