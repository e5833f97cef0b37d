"""@@projekt-gelernt, @@erfahrungsbericht: what was learned, and the report that is made of it."""

from functools import cached_property
from html import escape
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.projects import workflow
from kommunalhub.projects.lessons import operations
from kommunalhub.projects.lessons.schemas import ILessons
from kommunalhub.projects.lessons.schemas import IReportOfIt
from kommunalhub.projects.lessons.schemas import REPORT_FIELDS
from Products.Five import BrowserView
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.i18n import translate


MADE = _(
    "message_lessons_report_made",
    default="The draft of the report is there. Please look at it and submit it for release.",
)
MADE_BEFORE = _(
    "message_lessons_report_there",
    default="There was a report of this project already: nothing was made twice.",
)


class LessonsForm(ActingForm, Form):
    """Writes down what was learned, or writes it anew."""

    fields = Fields(ILessons)
    ignoreContext = False
    label = _("heading_write_lessons", default="Write down what we have learned")
    description = _(
        "lessons_about",
        default="For those who come after: honest, short, without names of persons.",
    )

    @property
    def leave_url(self):
        return f"{self.context.absolute_url()}#gelernt"

    def getContent(self):
        return {**dict.fromkeys(ILessons.names(), ""), **operations.lessons_of(self.context)}

    def act(self, data):
        operations.write(self.context, data)
        return self.leave_url, _("message_lessons_written", default="It is written down.")


LessonsPage = page_of(LessonsForm)


class HandOverForm(ActingForm, Form):
    """@@erfahrungsbericht: makes a report of experience of what was learned, once."""

    fields = Fields(IReportOfIt).select(*REPORT_FIELDS)
    ignoreContext = False
    label = _("heading_lessons_report", default="Make a report of experience of it")
    description = _(
        "lessons_report_about",
        default="So that others do not begin from the start. It is filled in; please look it over. "
        "It becomes a draft of your administration, which is reviewed before others read it.",
    )

    @property
    def leave_url(self):
        return f"{self.context.absolute_url()}#gelernt"

    @property
    def preface(self):
        """What the report tells of cost and time."""
        found = operations.taker().coarse(operations.lessons(self.context))
        rows = "".join(
            f"<dt>{escape(translate(label, context=self.request))}</dt>"
            f"<dd>{escape(translate(value, context=self.request))}</dd>"
            for label, value in found
        )
        return f'<dl class="facts">{rows}</dl>' if rows else None

    def getContent(self):
        return operations.prefilled(self.context)

    def update(self):
        made = operations.taker().taken(self.context.UID())
        if made is not None and self.request.get("REQUEST_METHOD") != "POST":
            self.request.response.redirect(made.getURL(), status=303)
            return
        super().update()

    def act(self, data):
        try:
            report, is_new = operations.hand_over(self.context, data)
        except operations.NotHandedOver as refusal:
            return self.leave_url, refusal.args[0]
        self.made = report.title
        return report.absolute_url(), MADE if is_new else MADE_BEFORE


class HandOverPage(HubFormPage):
    """The page of the form; there is none before a project is over and has lessons."""

    form = HandOverForm

    def update(self):
        if not operations.can_be_handed_over(self.context):
            raise NotFound(self.__name__)
        if not operations.taker().may_take():
            raise Unauthorized(self.__name__)
        super().update()


class LessonsPart(BrowserView):
    """@@project-lessons: what was learned, as a part of a page; nothing while there is none."""

    def __call__(self):
        return self.index() if self.rows() or self.may_write() else ""

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def _may(self):
        return asking.may(workflow.WRITE_LESSONS, self.context)

    def may_write(self):
        """Return whether there is something to write; what is handed over is written there."""
        return self._may and not self.is_handed_over

    @cached_property
    def is_handed_over(self):
        taker = operations.taker()
        return taker is not None and taker.is_taken(self.context.UID())

    def report(self):
        """Return {title, url} of the report that was made of it, for who may see it."""
        taker = operations.taker()
        brain = taker.taken(self.context.UID()) if taker is not None else None
        return {"title": brain.Title, "url": brain.getURL()} if brain is not None else None

    def hands_over(self):
        """Return "now" for who may make the report, "others" for who can only ask for it."""
        if self.is_handed_over or not self._may:
            return None
        if not operations.can_be_handed_over(self.context):
            return None
        return "now" if operations.taker().may_take() else "others"

    def rows(self):
        """Return [(label, text)] in the order of the form."""
        found = operations.lessons_of(self.context)
        names = ("worked", "went_wrong", "again", "for_whom", "contact")
        return [(ILessons[name].title, found[name]) for name in names if name in found]
