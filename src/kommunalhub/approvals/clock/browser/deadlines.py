"""@@deadlines-controlpanel: service times of each state, reminders and escalation."""

from dataclasses import replace
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.clock import forecast
from kommunalhub.approvals.clock.browser.panel import PlanPanel
from kommunalhub.approvals.clock.rules import Reminders
from kommunalhub.approvals.clock.settings import LONGEST_SERVICE
from kommunalhub.approvals.processes import process_of
from kommunalhub.core.titles import type_title
from kommunalhub.core.validation import not_between


MOST = {"before": 30, "escalate": 60}
LABELS = {
    "before": (
        _("label_remind_before", default="Remind before, in working days"),
        _("help_remind_before", default="0: no reminder before the due date."),
    ),
    "escalate": (
        _("label_escalate", default="Tell the hub management, in working days overdue"),
        _("help_escalate", default="0: the hub management is not told."),
    ),
}


class Deadlines(PlanPanel):
    """One number for each state that awaits somebody; empty where nothing falls due."""

    name = "deadlines-controlpanel"

    @cached_property
    def plan(self):
        return forecast.present()

    def types(self):
        """Return [{id, title, rows}]; rows: {name, label, value, usual, error}."""
        return [
            {
                "id": portal_type.replace(" ", "-"),  # an id is one word
                "title": type_title(portal_type),
                "rows": self._rows(portal_type),
            }
            for portal_type in sorted({key[0] for key in self.plan.days})
        ]

    def _rows(self, portal_type):
        process = process_of(portal_type)
        rows = []
        for state, step in process.steps.items():
            if not step.awaits:
                continue
            name = f"days.{portal_type}.{state}"
            rows.append(
                {
                    "name": name,
                    "label": workflows.state_title(portal_type, state),
                    "value": self._value(name, self.plan.days[portal_type, state]),
                    "usual": step.days,
                    "error": self.errors.get(name),
                }
            )
        return rows

    def reminders(self):
        """Return [{name, label, help, value, error, max}]."""
        return [
            {
                "name": f"plan.{field}",
                "label": label,
                "help": help_,
                "value": self._value(f"plan.{field}", getattr(self.plan.reminders, field)),
                "error": self.errors.get(f"plan.{field}"),
                "max": MOST[field],
            }
            for field, (label, help_) in LABELS.items()
        ]

    def fields_shown(self):
        rows = [row for of_type in self.types() for row in of_type["rows"]]
        return rows + self.reminders()

    def _value(self, name, kept):
        return self.request.form.get(name, "" if kept is None else str(kept))

    def read(self):
        self.errors = {}
        days = {
            (portal_type, state): self._number(f"days.{portal_type}.{state}", 1, LONGEST_SERVICE)
            for portal_type, state in self.plan.days
        }
        values = {field: self._number(f"plan.{field}", 0, most) for field, most in MOST.items()}
        for field, value in values.items():
            if value is None and f"plan.{field}" not in self.errors:
                self.errors[f"plan.{field}"] = not_between(0, MOST[field])
        if self.errors:
            return None
        return replace(self.plan, days=days, reminders=Reminders(**values))

    def _number(self, name, least, most):
        """Return a number that was sent, None for an empty field or a wrong one."""
        text = str(self.request.form.get(name, "")).strip()
        if not text:
            return None
        if text.isascii() and text.isdigit() and least <= int(text[:6]) <= most:
            return int(text)
        self.errors[name] = not_between(least, most)
        return None
