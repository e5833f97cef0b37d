"""@@closing-days-controlpanel: days on which an administration is closed."""

from dataclasses import replace
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.clock import closings
from kommunalhub.approvals.clock import forecast
from kommunalhub.approvals.clock.browser.panel import PlanPanel
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids


class ClosingDays(PlanPanel):
    """A text for each administration, a day or a period on each line."""

    name = "closing-days-controlpanel"

    @cached_property
    def plan(self):
        return forecast.present()

    def fields_shown(self):
        return self.rows()

    def rows(self):
        """Return [{name, label, value, error}], one for each administration."""
        rows = []
        for partner in sorted(map(get_partner, partner_ids()), key=lambda p: p.title):
            name = f"plan.{partner.id}"
            kept = closings.write(self.plan.notes.get(partner.id, {}))
            rows.append(
                {
                    "name": name,
                    "label": partner.title,
                    "value": self.request.form.get(name, kept),
                    "error": self.errors.get(name),
                }
            )
        return rows

    def read(self):
        self.errors, notes = {}, {}
        for partner in partner_ids():
            name = f"plan.{partner}"
            if name not in self.request.form:
                notes[partner] = self.plan.notes.get(partner, {})
                continue
            try:
                notes[partner] = closings.read(str(self.request.form[name]))
            except closings.BadLine as bad:
                self.errors[name] = _(
                    "error_closing_day",
                    default="Line ${n} is no day and no period: “${text}”.",
                    mapping={"n": bad.number, "text": bad.text[:60]},
                )
        return None if self.errors else replace(self.plan, notes=notes)
