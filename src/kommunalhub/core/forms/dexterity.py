"""Forms of ours that add or change content."""

from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.shell import HubForm
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from plone.dexterity.browser.edit import DefaultEditForm
from plone.dexterity.interfaces import IDexterityEditForm
from zope.interface import implementer


class HubAddForm(HubForm, DefaultAddForm):
    """Makes one object; sent twice, it still makes one."""

    once = True
    description = None

    @property
    def path(self):
        """Return what the form is known by; views of added types have no name of their own."""
        return f"{'/'.join(self.container.getPhysicalPath())}/++add++{self.portal_type}"

    def createAndAdd(self, data):
        made = super().createAndAdd(data)
        self.finished(self.nextURL(), made.title or made.id)
        return made


class HubAddPage(HubFormPage, DefaultAddView):
    """The page of such a form."""

    form = HubAddForm


class HubEditForm(HubForm, DefaultEditForm):
    """Changes one object."""

    description = None


@implementer(IDexterityEditForm)
class HubEditPage(HubFormPage):
    """The page of such a form."""

    form = HubEditForm


def edit_page_of(form):
    """Return the page of a form that changes content."""
    return page_of(form, HubEditPage)
