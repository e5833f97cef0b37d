"""What other parts of the room may use of applications: marks, parts of pages, events."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


class IApplication(Interface):
    """Marks an application, see storage.Application."""


class IPart(Interface):
    """One section of a page."""

    order = Attribute("A number: parts with a lower one stand higher.")
    id = Attribute("Id of the section in the page.")
    title = Attribute("Its heading, a message.")

    def html():
        """Return the section as HTML of a template of one's own, "" where there is nothing."""


class IApplicationPart(IPart):
    """Named adapter of (case, request, application): a section of the page of an application.

    Who writes anything that it shows calls `operations.touch`.
    """


class ICasePart(IPart):
    """Named adapter of (case, request): a section of the page of a case with applications.

    Asked from the state „In Beratung“ on. Who writes anything that it shows calls
    `operations.touch`, so that nobody keeps an old page.
    """


class IMet(Interface):
    """Named adapter of (case, application): what another part knows to be done.

    Who writes anything that it goes by notifies ApplicationChanged (`operations.changed`).
    """

    def days():
        """Return {kind of deadline: the day on which it was met}.

        Kinds: "drawdown", "interim", "period", "proof".
        """

    def interims():
        """Return the days on which interim statements were handed in, in their order."""


class INextStep(Interface):
    """Named adapter of (case, application): what another part sees to be done next."""

    order = Attribute("A number: what has a lower one comes first.")

    def message():
        """Return it as a message, None where there is nothing."""


class IApplicationChanged(IObjectEvent):
    """An application was added or has changed, in this transaction; `object` is the case."""

    application = Attribute("The application.")


class INoticeRecorded(IObjectEvent):
    """A notice was recorded, in this transaction, before IApplicationChanged."""

    application = Attribute("The application.")
    notice = Attribute("The notice, see rules.Notice in docs/reference/funding.md.")
