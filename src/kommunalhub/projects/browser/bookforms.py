"""The forms of the book: @@etappe, @@aufgabe, @@risiko, @@entscheidung, and their ends.

Each writes something new, or with its number in the address changes what is there.
"""

from html import escape
from kommunalhub import _
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.projects import rules
from kommunalhub.projects.book import operations
from kommunalhub.projects.book import schemas
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.vocabularies import OfProject
from plone import api
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound
from zExceptions import Unauthorized


SAVED = _("message_project_record_saved", default="It is saved.")
#: Where each kind stands on the page of the project.
ANCHORS = {
    storage.MILESTONE: "etappen",
    storage.TASK: "aufgaben",
    storage.RISK: "risiken",
    storage.DECISION: "entscheidungen",
}


#: How something is dropped.
DROPS = {
    storage.MILESTONE: (
        "etappe-streichen",
        _("link_drop_milestone", default="It will not be reached? Drop it with a reason"),
    ),
    storage.TASK: (
        "aufgabe-streichen",
        _("link_drop_task", default="It will not be done? Drop it with a reason"),
    ),
}


class BookForm(ActingForm, Form):
    """A form about one record. row: the one to change, None for a new one."""

    kind = None
    row = None
    refusals = (Wrong,)

    @property
    def path(self):
        return f"{super().path}/{self.row['number']}" if self.row else super().path

    @property
    def leave_url(self):
        return f"{self.context.absolute_url()}#{ANCHORS[self.kind]}"


class RecordForm(BookForm):
    """Writes a record, or changes one."""

    new_label = None
    change_label = None

    @property
    def label(self):
        return self.new_label if self.row is None else self.change_label

    @property
    def fields(self):
        found = Fields(schemas.SCHEMAS[self.kind]).select(*schemas.FIELDS[self.kind])
        if self.row is None and "why" in found:
            found = found.omit("why")
        return found

    def updateWidgets(self, prefix=None):
        self.ignoreContext = self.row is None
        super().updateWidgets(prefix)

    @property
    def preface(self):
        """The way to drop what will not be done."""
        if self.row is None or self.kind not in DROPS or not rules.is_open(self.row):
            return None
        name, label = DROPS[self.kind]
        url = f"{self.context.absolute_url()}/@@{name}/{self.row['number']}"
        text = escape(api.portal.translate(label))
        return f'<p><a href="{escape(url)}">{text}</a></p>'

    def getContent(self):
        if self.row is None:
            return self.context
        return OfProject(self.context, {**self.row, "why": ""})

    def act(self, data):
        if self.row is None:
            operations.add(self.context, self.kind, data)
        else:
            operations.change(self.context, self.kind, self.row["number"], data)
        return self.leave_url, SAVED


class MilestoneForm(RecordForm):
    """@@etappe."""

    kind = storage.MILESTONE
    new_label = _("heading_add_milestone", default="Enter a milestone")
    change_label = _("heading_change_milestone", default="Change the milestone")


class TaskForm(RecordForm):
    """@@aufgabe."""

    kind = storage.TASK
    new_label = _("heading_add_task", default="Enter a task")
    change_label = _("heading_change_task", default="Change the task")


class RiskForm(RecordForm):
    """@@risiko."""

    kind = storage.RISK
    new_label = _("heading_add_risk", default="Enter a risk")
    change_label = _("heading_change_risk", default="Change the risk")


class DecisionForm(RecordForm):
    """@@entscheidung."""

    kind = storage.DECISION
    new_label = _("heading_add_decision", default="Enter a decision")
    change_label = _("heading_change_decision", default="Change the decision")


class ReachedForm(BookForm):
    """@@etappe-erreicht/4, @@aufgabe-erledigt/2: for the lead, and for who sees to it."""

    fields = Fields(schemas.IReached)

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        if self.request.get("REQUEST_METHOD") == "GET":
            self.widgets["done"].value = operations.today().isoformat()

    def act(self, data):
        operations.report_done(
            self.context, self.kind, self.row["number"], data["done"], data["why"]
        )
        return self.leave_url, SAVED


class MilestoneReachedForm(ReachedForm):
    """@@etappe-erreicht/4."""

    kind = storage.MILESTONE
    label = _("heading_milestone_reached", default="Report the milestone as reached")


class TaskDoneForm(ReachedForm):
    """@@aufgabe-erledigt/2."""

    kind = storage.TASK
    label = _("heading_task_done", default="Report the task as done")


class DroppedForm(BookForm):
    """A form that says that something will not be done."""

    fields = Fields(schemas.IDropped)

    def act(self, data):
        operations.drop(self.context, self.kind, self.row["number"], data["why"])
        return self.leave_url, SAVED


class MilestoneDroppedForm(DroppedForm):
    """@@etappe-streichen/4."""

    kind = storage.MILESTONE
    label = _("heading_milestone_dropped", default="Drop the milestone")


class TaskDroppedForm(DroppedForm):
    """@@aufgabe-streichen/2."""

    kind = storage.TASK
    label = _("heading_task_dropped", default="Drop the task")


class BookFormPage(NumberInPath, HubFormPage):
    """The page of such a form."""

    def update(self):
        form = self.form_instance
        if self.number is not None:
            form.row = storage.book_of(self.context).row(form.kind, self.number)
        if form.row is None and (self.number is not None or not isinstance(form, RecordForm)):
            raise NotFound(str(self.number))
        if isinstance(form, ReachedForm) and not operations.may_report(self.context, form.row):
            raise Unauthorized(self.__name__)
        super().update()

    @property
    def label(self):
        label, row = self.form_instance.label, self.form_instance.row
        if row is None:
            return label
        mapping = {
            "what": api.portal.translate(label),
            "id": storage.id_of(self.form_instance.kind, row["number"]),
        }
        return _("heading_project_record", default="${what}: ${id}", mapping=mapping)


MilestonePage = page_of(MilestoneForm, BookFormPage)
TaskPage = page_of(TaskForm, BookFormPage)
RiskPage = page_of(RiskForm, BookFormPage)
DecisionPage = page_of(DecisionForm, BookFormPage)
MilestoneReachedPage = page_of(MilestoneReachedForm, BookFormPage)
TaskDonePage = page_of(TaskDoneForm, BookFormPage)
MilestoneDroppedPage = page_of(MilestoneDroppedForm, BookFormPage)
TaskDroppedPage = page_of(TaskDroppedForm, BookFormPage)
