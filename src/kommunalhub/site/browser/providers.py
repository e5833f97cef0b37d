"""What Plone's main template shows in place of its own header, navigation, toolbar and footer.

Content providers on our layer stand before Plone's viewlet managers of the same name, so nothing
is hidden in the site's settings and nothing has to be put back on uninstalling.
"""

from plone.app.layout.globals.layout import LayoutPolicy
from zope.component import getMultiAdapter
from zope.contentprovider.interfaces import IContentProvider
from zope.interface import implementer


@implementer(IContentProvider)
class Nothing:
    """An empty place."""

    view_names = ()

    def __init__(self, context, request, view):
        self.context = context
        self.request = request
        self.__parent__ = view

    def update(self):
        """Do nothing: the views gather what they need themselves."""

    def render(self):
        return "\n".join(
            getMultiAdapter((self.context, self.request), name=name)() for name in self.view_names
        )


class HeaderProvider(Nothing):
    """Skip link and header."""

    view_names = ("hub-skip", "hub-header")


class FooterProvider(Nothing):
    """The footer."""

    view_names = ("hub-footer",)


class EditBarProvider(Nothing):
    """The bar of people who edit, in place of Plone's toolbar."""

    view_names = ("hub-edit-bar",)


class Layout(LayoutPolicy):
    """Plone's answers about the layout of a page; no portlets and no toolbar of its own with us."""

    def _toolbar_classes(self):
        return set()

    def have_portlets(self, manager_name, view=None):
        return False
