"""How a form of ours is known."""

from zope.interface import Interface


class IHubForm(Interface):
    """A form that is drawn by our shell."""


class IHubFormPage(Interface):
    """The page around such a form."""
