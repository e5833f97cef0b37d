"""What others may use of the consents."""

from kommunalhub import _
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import ApprovalError
from zope.interface import Attribute
from zope.interface import Interface


class IConsentStep(Interface):
    """Named utility (name: portal type): a rules.ConsentStep, the state that collects consents."""

    state = Attribute("The state in which a round is open.")
    complete = Attribute("The transition fired by a complete set of consents.")
    refuse = Attribute("The transition fired by a veto or a vote that cannot be won any more.")
    kinds = Attribute("Name of the registry vocabulary of the kinds that have rules of their own.")
    kind_of = Attribute("Callable: the `extra` of a case -> its kind.")


class RoundClosed(AlreadyDecided):
    """There is no open round of consents on this case, or not any more."""

    def __init__(self, message=None, entry=None):
        super().__init__(message or ROUND_CLOSED, entry)


class VoteWrong(ApprovalError):
    """The vote is none of those there are."""

    field = "vote"

    def __init__(self, message=None):
        super().__init__(message or UNKNOWN_VOTE)


ROUND_CLOSED = _(
    "error_round_closed", default="No consents are being collected on this case any more."
)
UNKNOWN_VOTE = _("error_unknown_vote", default="Please choose: agree, decline or abstain.")
