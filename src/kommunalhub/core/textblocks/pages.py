"""@@textbausteine of a section: its text blocks, to find and copy, and the form of one.

An offer registers these classes for its section, the form for the permission that lets one keep
text blocks.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.core.textblocks import operations
from kommunalhub.core.textblocks.rules import LONGEST_QUERY
from kommunalhub.core.textblocks.shelves import shelf_at
from kommunalhub.core.vocabularies import titles_of
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound


PAGE_SIZE = 20


def shown(shelf, block):
    """Return what templates tell of a block."""
    titles = titles_of(shelf.topics)
    return {
        "number": block.number,
        "title": block.title,
        "text": block.text,
        "topics": [titles.get(token, token) for token in block.topics],
        "changed": formatting.day(block.changed),
    }


class TextBlocks(OwnPage):
    """The list with a search; who may keep them changes them here."""

    page = ViewPageTemplateFile("templates/blocks.pt")

    def template(self):
        if not self.shelf.may_read():
            raise NotFound("textbausteine")
        return self.page()

    @cached_property
    def shelf(self):
        return shelf_at(self.context)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@textbausteine"

    @property
    def form_url(self):
        return f"{self.context.absolute_url()}/@@textbaustein"

    @property
    def q(self):
        return self.field("q").strip()[:LONGEST_QUERY]

    @property
    def topic(self):
        return self.field("topic") if self.field("topic") in titles_of(self.shelf.topics) else ""

    def topics(self):
        return [
            {"value": token, "title": title, "selected": token == self.topic}
            for token, title in titles_of(self.shelf.topics).items()
        ]

    @cached_property
    def found(self):
        return operations.find(self.shelf, self.q, self.topic)

    @cached_property
    def batch(self):
        kept = [(name, value) for name, value in (("q", self.q), ("topic", self.topic)) if value]
        return batch_of(self.request, len(self.found), PAGE_SIZE, self.url, kept)

    def rows(self):
        return [shown(self.shelf, block) for block in self.batch.cut(self.found)]

    def may_keep(self):
        return self.shelf.may_keep()

    def post(self):
        """Delete a block; the form of a block asks for no more than its number."""
        number = self.field("number")
        if not self.may_keep() or not number.isdecimal() or len(number) > 9:
            raise NotFound(number)
        try:
            operations.delete(self.shelf, int(number))
        except KeyError as error:
            raise NotFound(number) from error
        message = _("message_block_deleted", default="The text block is deleted.")
        return self.lead_to(self.url, message)


class TextBlockForm(HubForm, Form):
    """@@textbaustein: a new one; @@textbaustein/3: one that is changed."""

    once = True
    number = None

    @cached_property
    def shelf(self):
        return shelf_at(self.context)

    @cached_property
    def fields(self):
        fields = Fields(self.shelf.schema)
        fields["topics"].widgetFactory = CheckBoxFieldWidget
        return fields

    @property
    def leave_url(self):
        return f"{self.context.absolute_url()}/@@textbausteine"

    @property
    def label(self):
        if self.number is None:
            return _("heading_block_add", default="New text block")
        return _("heading_block_edit", default="Change the text block")

    def getContent(self):
        if self.number is None:
            return {"title": "", "text": "", "topics": set()}
        block = operations.get(self.shelf, self.number)
        return {"title": block.title, "text": block.text, "topics": set(block.topics)}

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        self.widgets["text"].rows = 12

    @button.buttonAndHandler(_("button_save", default="Save"), name="save")
    def handle_save(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        try:
            block = operations.save(self.shelf, self.number, data)
        except operations.Wrong as wrong:
            self.show_errors(wrong.errors)
            return
        api.portal.show_message(_("message_block_saved", default="Saved."), self.request)
        self.finished(self.leave_url, block.title)
        self.request.response.redirect(f"{self.leave_url}#b-{block.number}")


class TextBlockFormPage(NumberInPath, HubFormPage):
    """The page of the form."""

    def update(self):
        if self.number is not None:
            try:
                operations.get(shelf_at(self.context), self.number)
            except KeyError as error:
                raise NotFound(str(self.number)) from error
        self.form_instance.number = self.number
        super().update()


TextBlockPage = page_of(TextBlockForm, TextBlockFormPage)
