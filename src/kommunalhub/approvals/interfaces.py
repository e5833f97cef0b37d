"""What others may use of the approvals: marker, component interfaces, exceptions."""

from kommunalhub import _
from kommunalhub.core.badges import IReleases
from kommunalhub.partners.substitution.interfaces import ICaseType
from kommunalhub.security.ids.interfaces import INamedByHouse
from kommunalhub.security.publication.interfaces import IClosedWhole
from plone.supermodel import model
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.i18n import translate
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent
from zope.lifecycleevent import ObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


class IApprovable(model.Schema):
    """Behaviour `kommunalhub.approvable`, and the mark of a case. It has no form fields.

    A case keeps `case_number` ("F-2026-031"), `last_editor` (who last changed a field or a file;
    transitions do not count) and `due` (datetime in UTC, or None) on itself.
    """


class INumbered(IClosedWhole, INamedByHouse):
    """Marks the classes of cases that have a number: named by it, open or closed as a whole.

    Pages, which are approved too, have neither: they are named by title, and lie in folders.
    """


class IPage(IApprovable):
    """Behaviour `kommunalhub.page`: a page that is released before others read it.

    The roles of people and their substitutes on it follow from the administration of its place.
    """


class IProcess(ICaseType, IReleases):
    """Named utility (name: portal type): an `approvals.rules.Process`."""


class ICaseExtra(Interface):
    """Adapter of a case: what the conditions of its process need to know beyond CaseFacts."""

    def __call__():
        """Return a small dict of plain values; it is kept in the catalog too."""


class ICasePart(Interface):
    """Subscription adapter of a case: what one part of the room adds to every case.

    So a case asks its clock, its conversation, its consents and knows none of them. Most parts say
    something to a few of these questions: `case.parts.CasePart` has the answers of the others.
    """

    attributes = Attribute("Names of what the part keeps on the case, as attributes.")
    annotations = Attribute("Keys of what it keeps in annotations; no copy, no version has either.")

    def known():
        """Return what conditions and lists have to know: a dict of plain values (`case_extra`)."""

    def moved(old_state, new_state):
        """Follow a step of the case, before it is written down; return the indexes it changes."""

    def due(due):
        """Return until when the case is due; due: what is known so far, in UTC, or None."""

    def reminds():
        """Return whether the clock reminds of what is due; False: people are told otherwise."""

    def asks_for_documents():
        """Return whether who is logged in is asked for documents, whatever the workflow says."""


class IJournal(Interface):
    """Adapter of a case: what happened to it, in order; nothing is ever taken out or changed."""

    def append(kind, actor, **data):
        """Add an entry and notify CaseNoted. kind, action: see entries.ACTIONS.

        data: on_behalf_of, action, from, to, comment, fields.
        """

    def __iter__():
        """Yield the entries as dicts, oldest first."""

    def __len__():
        """Return how many entries there are."""

    def last(kind):
        """Return the newest entry of a kind, or None."""

    def inspect(anchor=None):
        """Return a chain.Report; anchor: (length, head) noted elsewhere at an earlier time."""

    def verify():
        """Return None, or the number (`seq`) of the first entry that is not as it was written."""


class ICameBy(Interface):
    """Adapter of a case to which things are said by other ways than its page and REST."""

    def __call__(seq):
        """Return how the entry of a journal with this number came, None for the usual way.

        A dict: channel (for clients), title (a message), whole (all text, "" where the entry says
        all, or who looks may not read more), hints (sentences), original (address or None).
        """


class ICaseNoted(IObjectEvent):
    """Something has been written into the journal of a case, in this transaction."""

    entry = Attribute("The entry, as the journal gives it.")


@implementer(ICaseNoted)
class CaseNoted(ObjectEvent):
    """See ICaseNoted; dispatched to subscribers for (case, event)."""

    def __init__(self, case, entry):
        super().__init__(case)
        self.entry = entry


class ITakesPlace(Interface):
    """A revision takes the place of its original; what follows is written in that one's journal."""

    revision = Attribute("What was approved; it is gone from its place already.")
    original = Attribute("What says now what the revision said.")


@implementer(ITakesPlace)
class TakesPlace:
    """See ITakesPlace."""

    def __init__(self, revision, original):
        self.revision, self.original = revision, original


class ITakenOver(IObjectModifiedEvent):
    """What is released says what its approved revision said; nobody has changed it by hand."""


@implementer(ITakenOver)
class TakenOver(ObjectModifiedEvent):
    """See ITakenOver."""


class ICaseRedacted(IObjectEvent):
    """Data protection has taken something out of an entry of a journal, in this transaction.

    Who keeps a copy of a journal's text elsewhere subscribes and takes it out there too.
    """

    entry = Attribute("The entry as it was before.")
    parts = Attribute("What was taken out: some of redaction.PARTS.")


@implementer(ICaseRedacted)
class CaseRedacted(ObjectEvent):
    """See ICaseRedacted; dispatched to subscribers for (case, event)."""

    def __init__(self, case, entry, parts):
        super().__init__(case)
        self.entry = entry
        self.parts = tuple(parts)


class ICaseGuard(Interface):
    """The view `case-guard`: asked by workflow definitions."""

    def allows(transition):
        """Return whether the person may take this transition now (roles are DCWorkflow's part)."""

    context = Attribute("The case.")


class ApprovalError(WorkflowException):
    """A decision that was not taken; args[0] says why, in a translatable sentence."""

    def __init__(self, message):
        # CMFCore's workflow tool makes a new exception around ours when it passes one on.
        if isinstance(message, ApprovalError):
            self.__dict__.update(message.__dict__)
            message = message.args[0]
        super().__init__(message)

    def __str__(self):
        return translate(self.args[0], target_language="de")


class NotAllowed(ApprovalError):
    """This person may not do this now; `denied` is the answer of the rules."""

    def __init__(self, message, denied=None):
        self.denied = denied
        super().__init__(message)


class NotPossible(ApprovalError):
    """There is no such transition in the state of the case, whoever asks."""


class ReasonRequired(ApprovalError):
    """The transition needs a comment."""

    field = "comment"

    def __init__(self, message=None):
        super().__init__(message or REASON_REQUIRED)


class CommentTooLong(ApprovalError):
    """The comment is too long to be kept in a journal; made with the number of characters."""

    field = "comment"

    def __init__(self, limit):
        if not isinstance(limit, ApprovalError):
            limit = _(
                "error_comment_too_long",
                default="Please shorten your text to ${n} characters.",
                mapping={"n": limit},
            )
        super().__init__(limit)


class WrongTime(ApprovalError):
    """A time that a page cannot be given; `field` is one of timing.rules.NAMES."""

    def __init__(self, message, field="effective"):
        if not isinstance(message, ApprovalError):
            self.field = field
        super().__init__(message)


class AlreadyDecided(ApprovalError):
    """The case is no longer in the state it was seen in; `entry` is the journal's last decision."""

    def __init__(self, message, entry=None):
        self.entry = entry
        super().__init__(message)


class NothingChanged(ApprovalError):
    """What was sent back is about to be handed in as it was; asked of people alone."""

    def __init__(self, message=None):
        super().__init__(message or NOTHING_CHANGED)


class NotRedactable(ApprovalError):
    """There is nothing of an entry to take out; `gone` tells that it has been done already."""

    def __init__(self, message, gone=False):
        self.gone = gone
        super().__init__(message)


class UploadRefused(ValueError):
    """Files that a case does not take; `problems` holds a translatable sentence for each."""

    def __init__(self, problems):
        self.problems = tuple(problems)
        super().__init__(" ".join(translate(text, target_language="de") for text in problems))


NOTHING_CHANGED = _(
    "error_nothing_changed",
    default="Nothing has been changed since this came back. Please open it and read why, before "
    "you hand it in again.",
)
REASON_REQUIRED = _(
    "error_reason_required", default="Please write a reason: the applicant will read it."
)
