"""@@antwort-schreiben of a solved ticket: an answer for others, with private parts left out."""

from functools import cached_property
from hashlib import sha256
from kommunalhub import _
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.lib import redaction
from kommunalhub.support.learning import answers
from plone import api
from plone.autoform import directives
from plone.autoform.form import AutoExtensibleForm
from plone.supermodel import model
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.form import Form
from zExceptions import Unauthorized
from zope import schema


#: What the form carries of the private parts that were shown.
SHOWN = "shown"
LABELS = {
    answers.TITLE: _("label_answer_title", default="Question"),
    answers.PROBLEM: _("answer_problem", default="The problem"),
    answers.SOLUTION: _("answer_solution", default="What helped"),
}


class IAnswer(model.Schema):
    """What an answer says."""

    title = schema.TextLine(
        title=LABELS[answers.TITLE],
        description=_("help_answer_title", default="As somebody would ask who has the problem."),
        max_length=200,
    )
    directives.widget("problem", rows=5)
    problem = schema.Text(
        title=LABELS[answers.PROBLEM], required=False, missing_value="", max_length=10_000
    )
    directives.widget("solution", rows=8)
    solution = schema.Text(
        title=LABELS[answers.SOLUTION],
        description=_(
            "help_answer_solution", default="Step by step, so that others can do it by themselves."
        ),
        max_length=10_000,
    )


class AnswerForm(HubForm, AutoExtensibleForm, Form):
    """Shows what was left out, and what still may tell who somebody is, before it is saved."""

    schema = IAnswer
    once = True
    locked_by = None
    label = _("heading_make_answer", default="An answer for others")
    description = _(
        "lead_make_answer",
        default="Made of a solved ticket. Please look whether anybody could be known by it: what "
        "is left out automatically is a proposal.",
    )
    what_next = (
        _("next_answer_draft", default="It becomes a draft among the training materials."),
        _("next_answer_release", default="Hand it in there; somebody else releases it."),
        _(
            "next_answer_found",
            default="From then on the search finds it, and who begins to report the same sees it.",
        ),
    )
    left_out = ViewPageTemplateFile("templates/left-out.pt")
    still_there = ViewPageTemplateFile("templates/still-there.pt")

    @property
    def leave_url(self):
        return self.context.absolute_url()

    @cached_property
    def known(self):
        return answers.known_of(self.context)

    @cached_property
    def originals(self):
        return answers.texts_of(self.context)

    def getContent(self):
        return {name: answers.without(text, self.known) for name, text in self.originals.items()}

    @property
    def preface(self):
        return self.left_out()

    def texts(self):
        """Return [{label, pieces}] of what was written in the ticket; pieces: (text, reason)."""
        return [
            {"label": LABELS[name], "pieces": self._pieces(text)}
            for name, text in self.originals.items()
            if text
        ]

    def _pieces(self, text):
        spans = redaction.find(text, self.known)
        return [
            (piece, answers.WORDS.get(reason)) for piece, reason in redaction.pieces(text, spans)
        ]

    @button.buttonAndHandler(_("button_make_answer", default="Save as a draft"), name="save")
    def handle_save(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        values = {name: data[name] or "" for name in answers.TEXTS}
        self.private = answers.private_in(values.values(), self.known)
        self.mark = sha256("\n".join(self.private).encode()).hexdigest()
        if self.private and self.request.form.get(SHOWN) != self.mark:
            self.before_sending = self.still_there()
            return
        material = answers.make(self.context, **values)
        self.finished(material.absolute_url(), material.title)
        message = _(
            "message_answer_made", default="The draft is saved. Hand it in when it is good."
        )
        api.portal.show_message(message, self.request)
        self.request.response.redirect(material.absolute_url())


class AnswerPage(HubFormPage):
    """The page of the form, for who can make an answer of this ticket."""

    form = AnswerForm

    def update(self):
        if not answers.may_make(self.context):
            raise Unauthorized("antwort-schreiben")
        super().update()
