"""@@aenderung: how what was agreed is changed, and what the page shows of it."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import page_of
from kommunalhub.projects import settings
from kommunalhub.projects import workflow
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.changes import operations
from kommunalhub.projects.changes import said
from kommunalhub.projects.changes.schemas import IChange
from Products.Five import BrowserView
from z3c.form.field import Fields
from z3c.form.form import Form


class ChangeForm(ActingForm, Form):
    """Changes small things at once, and asks the partners for others."""

    fields = Fields(IChange)
    ignoreContext = False
    refusals = (Wrong,)
    label = _("heading_change_agreed", default="Change what was agreed")

    @property
    def description(self):
        return _(
            "change_agreed_about",
            default="A new goal, or ${limit} more or less, needs the consent of all partners "
            "again. Until then the old figures hold.",
            mapping={"limit": formatting.money(settings.consent_limit())},
        )

    @property
    def leave_url(self):
        return self.context.absolute_url()

    def getContent(self):
        return {**operations.agreed_on(self.context), "reason": ""}

    def act(self, data):
        asked = operations.ask(self.context, data)
        if asked:
            message = _(
                "message_change_asked",
                default="All partners are asked. Until they have agreed the old figures hold.",
            )
        else:
            message = _("message_change_done", default="It is changed; the journal says why.")
        return self.leave_url, message


ChangePage = page_of(ChangeForm)


class ChangesView(BrowserView):
    """@@project-changes: what waits for consent and what was changed, as a part of a page."""

    def __call__(self):
        return self.index() if self.waiting() or self.history() or self.may_change() else ""

    @property
    def url(self):
        return self.context.absolute_url()

    def may_change(self):
        state = workflows.state_of(self.context)
        changes = state in (workflow.AGREED, workflow.RUNNING)
        return changes and asking.may(workflow.RUN, self.context)

    def limit(self):
        return formatting.money(settings.consent_limit())

    def waiting(self):
        found = operations.waiting(self.context)
        return self.row(found) if found else None

    def history(self):
        return [self.row(one) for one in reversed(operations.history(self.context))]

    def row(self, change):
        return {
            "rows": said.rows(change),
            "reason": change["reason"],
            "day": formatting.day(change["day"]),
            "outcome": said.OUTCOMES.get(change.get("outcome")),
        }
