"""@@aus-vorlage of a folder: a new page from an outline."""

from kommunalhub import _
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import page_of
from kommunalhub.editorial.writing.outlines import operations
from z3c.form import button
from z3c.form.browser.radio import RadioFieldWidget
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound
from zope import schema
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IContextSourceBinder
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


LONGEST_TITLE = 200


@provider(IContextSourceBinder)
def outlines(context):
    """Return the outlines by their UID, each with what it is for."""
    return SimpleVocabulary(
        [
            SimpleTerm(one.UID, one.UID, f"{one.Title}: {one.Description}".rstrip(": "))
            for one in operations.outlines()
        ]
    )


class IFromOutline(Interface):
    """What is asked before a page is made."""

    outline = schema.Choice(title=_("label_outline", default="Outline"), source=outlines)
    title = schema.TextLine(
        title=_("label_outline_title", default="Title of the new page"),
        max_length=LONGEST_TITLE,
    )


class FromOutline(ActingForm, Form):
    """Asks for outline and title, makes the page and leads to its editor."""

    fields = Fields(IFromOutline)
    fields["outline"].widgetFactory = RadioFieldWidget
    label = _("heading_outline", default="New page from an outline")
    description = _(
        "lead_outline",
        default="The page has headings and marked gaps. "
        "It can be handed in once all gaps are filled.",
    )

    @property
    def leave_url(self):
        return self.context.absolute_url()

    @button.buttonAndHandler(_("button_outline", default="Write page"), name="save")
    def handle_save(self, action):
        ActingForm.handle_save(self, action)

    def act(self, data):
        page = operations.begin(self.context, data["outline"], data["title"])
        self.made = page.title
        message = _(
            "outline_begun",
            default="The page is a draft. Replace what is marked and stands in square brackets.",
        )
        return f"{page.absolute_url()}/edit", message


class FromOutlineFormPage(page_of(FromOutline)):
    """The page of the form, where pages may be added and there is something to begin from."""

    def is_offered(self):
        """Return whether it leads anywhere here; its tab asks."""
        allowed = {fti.getId() for fti in self.context.allowedContentTypes()}
        return "Document" in allowed and bool(operations.outlines())

    def update(self):
        if not self.is_offered():
            raise NotFound("aus-vorlage")
        super().update()
