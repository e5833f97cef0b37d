"""The forms of experience notes: what the case says stands beside what comes into the note."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.funding.lessons.notes import operations
from kommunalhub.funding.lessons.notes import rules
from kommunalhub.funding.lessons.notes import said
from kommunalhub.funding.lessons.notes.interfaces import IFundingLesson
from kommunalhub.funding.lessons.notes.source import case_behind
from kommunalhub.funding.lessons.notes.source import private_of
from kommunalhub.funding.lessons.notes.source import Source
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.radio import RadioFieldWidget
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import Forbidden
from zope.i18n import translate


class Proposal(dict):
    """What a form begins with. case: the case that it is about."""

    def __init__(self, values, case):
        super().__init__(values)
        self.case = case


class Compared(HubForm):
    """A form above which stands what the case says, what comes into the note, and what does not."""

    template = ViewPageTemplateFile("templates/compared.pt")
    textblocks = "funding"
    case = None

    def shell(self):
        """Return the form itself."""
        return super().template()

    @cached_property
    def source(self):
        return Source(self.case) if self.case is not None else None

    @cached_property
    def private(self):
        return self.source.private if self.source is not None else private_of()

    def rows(self):
        """Return [{label, before, after}] of the texts that the case has; pieces with a mark."""
        texts = self.source.texts if self.source is not None else {}
        return [
            {
                "label": IFundingLesson[name].title,
                "before": self.pieces(text),
                "after": self.pieces(self.widgets[name].value or ""),
            }
            for name, text in texts.items()
        ]

    def pieces(self, text):
        """Return [{text, mark}] of a text; the mark names why a piece is left out."""
        return [
            {"text": piece, "mark": self.why(reason) if reason else None}
            for piece, reason in rules.marked(text, self.private)
        ]

    def why(self, reason):
        return translate(said.LEFT_OUT[reason], context=self.request).strip("[]")

    def counted(self):
        """Return how many places of the case are left out, as a sentence; None without a case."""
        if self.source is None:
            return None
        found = [
            reason
            for text in self.source.texts.values()
            for _piece, reason in rules.marked(text, self.private)
            if reason
        ]
        if not found:
            return _(
                "lesson_left_out_none",
                default="Nothing was found that tells whose case it was. Please look all the same.",
            )
        kinds = ", ".join(dict.fromkeys(self.why(reason) for reason in found))
        if len(found) == 1:
            return _(
                "lesson_left_out_one",
                default="One place is left out: ${kinds}.",
                mapping={"kinds": kinds},
            )
        return _(
            "lesson_left_out",
            default="${n} places are left out: ${kinds}.",
            mapping={"n": len(found), "kinds": kinds},
        )


class LessonForm(Compared, Form):
    """@@erfahrung of a case that is over: makes the note, a draft of who writes it."""

    once = True
    label = _("heading_lesson_add", default="Make an experience of it")
    description = _(
        "lesson_add_about",
        default="So that other administrations learn from it. Names, places and numbers are left "
        "out already; you may cut more. Nothing is there for others before it is released.",
    )
    what_next = (
        _("lesson_next_submit", default="You look at the draft and submit it for release."),
        _("lesson_next_release", default="The management of the hub looks at it and releases it."),
        _("lesson_next_read", default="All administrations read it; it tells no name."),
    )
    fields = Fields(IFundingLesson)
    fields["topics"].widgetFactory = CheckBoxFieldWidget
    fields["outcome"].widgetFactory = RadioFieldWidget

    @property
    def case(self):
        return self.context

    @property
    def leave_url(self):
        return self.context.absolute_url()

    @cached_property
    def proposal(self):
        return Proposal(self.source.values, self.context)

    def getContent(self):
        return self.proposal

    def update(self):
        made = operations.lesson_of(self.context)
        if not operations.may_write(self.context):
            raise Forbidden(self.context.getId())
        if made is not None and self.request.get("REQUEST_METHOD") != "POST":
            self.request.response.redirect(made.absolute_url())
            return
        super().update()

    @button.buttonAndHandler(_("button_save_draft", default="Save as draft"), name="save")
    def handle_save(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        try:
            lesson = operations.make(self.context, data)
        except operations.Exists:
            message = _("lesson_exists", default="There is an experience of this case already.")
            api.portal.show_message(message, self.request, type="warning")
            self.request.response.redirect(self.leave_url)
            return
        message = _(
            "lesson_saved",
            default="The draft is saved. Please look at it and submit it for release.",
        )
        api.portal.show_message(message, self.request)
        self.finished(lesson.absolute_url(), lesson.title)
        self.request.response.redirect(lesson.absolute_url())

    @button.buttonAndHandler(_("button_lesson_look", default="Look what comes in"), name="look")
    def handle_look(self, action):
        """Show the form again: what comes into the note stands above it as it is typed now."""
        self.extractData()


class LessonEditForm(Compared, HubEditForm):
    """Changes a note that is not released."""

    label = _("heading_lesson_edit", default="Edit the experience")
    success_message = _("message_changes_saved", default="The changes are saved.")

    @property
    def case(self):
        return operations.case_of(self.context)

    @cached_property
    def private(self):
        """What is looked for is known from the case, even for who does not see it."""
        case = case_behind(self.context)
        return Source(case).private if case is not None else private_of()


LessonPage = page_of(LessonForm)
LessonEditPage = edit_page_of(LessonEditForm)
