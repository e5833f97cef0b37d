"""@@projekt-gelernt: the form at the end; what the page of a project shows of it."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.core import asking
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import page_of
from kommunalhub.projects import workflow
from kommunalhub.projects.lessons import operations
from kommunalhub.projects.lessons.schemas import ILessons
from Products.Five import BrowserView
from z3c.form.field import Fields
from z3c.form.form import Form


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


class LessonsPart(BrowserView):
    """@@project-lessons: what was learned, as a part of a page; nothing while there is none."""

    def __call__(self):
        return self.index() if self.rows() or self.may_write() else ""

    @property
    def url(self):
        return self.context.absolute_url()

    def may_write(self):
        at_work = workflows.state_of(self.context) in workflow.AT_WORK
        return at_work and asking.may(workflow.RUN, self.context)

    def rows(self):
        """Return [(label, text)] in the order of the form."""
        found = operations.lessons_of(self.context)
        names = ("worked", "went_wrong", "again", "for_whom", "contact")
        return [(ILessons[name].title, found[name]) for name in names if name in found]
