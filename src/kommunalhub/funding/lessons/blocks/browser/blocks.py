"""@@textbausteine: the text blocks, to find and copy; beside a form while somebody writes."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.lessons.blocks import operations
from kommunalhub.funding.lessons.blocks.interfaces import ITextBlock
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound


PAGE_SIZE = 20
TOPICS = "kommunalhub.funding_topics"
LONGEST_QUERY = 200


def shown(block):
    """Return what templates and services tell of a block."""
    return {
        "number": block.number,
        "title": block.title,
        "text": block.text,
        "topics": [titles_of(TOPICS).get(token, token) for token in block.topics],
        "changed": formatting.day(block.changed),
    }


class TextBlocks(OwnPage):
    """The list with a search; consultants keep it."""

    page = ViewPageTemplateFile("templates/blocks.pt")
    list_title = _("heading_blocks", default="Text blocks")

    def template(self):
        if not operations.may_read():
            raise NotFound("textbausteine")
        return self.page()

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
        return self.field("topic") if self.field("topic") in titles_of(TOPICS) else ""

    def topics(self):
        return [
            {"value": token, "title": title, "selected": token == self.topic}
            for token, title in titles_of(TOPICS).items()
        ]

    @cached_property
    def found(self):
        return operations.find(self.q, self.topic)

    @cached_property
    def batch(self):
        kept = [(name, value) for name, value in (("q", self.q), ("topic", self.topic)) if value]
        return batch_of(self.request, len(self.found), PAGE_SIZE, self.url, kept)

    def rows(self):
        return [shown(block) for block in self.batch.cut(self.found)]

    def may_keep(self):
        return operations.may_keep(self.context)

    def post(self):
        """Delete a block; the form of a block asks for no more than its number."""
        number = self.field("number")
        if not self.may_keep() or not number.isdecimal() or len(number) > 9:
            raise NotFound(number)
        try:
            operations.delete(int(number))
        except KeyError as error:
            raise NotFound(number) from error
        message = _("message_block_deleted", default="The text block is deleted.")
        return self.lead_to(self.url, message)


class TextBlockForm(HubForm, Form):
    """@@textbaustein: a new one; @@textbaustein/3: one that is changed."""

    fields = Fields(ITextBlock)
    fields["topics"].widgetFactory = CheckBoxFieldWidget
    once = True
    number = None

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
        block = operations.get(self.number)
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
            block = operations.save(self.number, data)
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
                operations.get(self.number)
            except KeyError as error:
                raise NotFound(str(self.number)) from error
        self.form_instance.number = self.number
        super().update()


TextBlockPage = page_of(TextBlockForm, TextBlockFormPage)


class BlocksWhileTyping(BrowserView):
    """`@@textblocks-while-typing` of a case: what fits the texts in the form now; keeps nothing."""

    def __call__(self):
        self.request.response.setHeader("X-Robots-Tag", "noindex")
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.index()

    def rows(self):
        if not operations.may_read():
            return []
        typed = [
            value
            for name, value in self.request.form.items()
            if name.startswith("form.widgets.") and isinstance(value, str)
        ]
        return [
            shown(block) for block in operations.offered(" ".join(typed), self.context.topics or ())
        ]

    def url(self):
        section = api.portal.get().unrestrictedTraverse("foerderung", None)
        if section is None or asking.is_anonymous():
            return None
        return f"{section.absolute_url()}/@@textbausteine"
