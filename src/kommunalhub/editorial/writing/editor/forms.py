"""The forms of pages, news and events without what weighs much and is shown nowhere."""

from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView


#: Related items: no page of ours shows them, and their chooser weighs as much as half of the form.
LEFT_OUT = "IRelatedItems.relatedItems"


class Lean:
    """First base of such a form."""

    def updateFields(self):
        super().updateFields()
        for group in self.groups:
            group.fields = group.fields.omit(LEFT_OUT)


class PageAddForm(Lean, DefaultAddForm):
    """Plone's form for a new one."""


class PageAddView(DefaultAddView):
    """Its page."""

    form = PageAddForm
