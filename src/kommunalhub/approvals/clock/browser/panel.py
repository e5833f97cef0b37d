"""What both panels have in common: the effect on open cases is seen before it is saved."""

from hashlib import sha256
from kommunalhub import _
from kommunalhub.approvals.clock import forecast
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView

import json


EFFECTS = {
    "sooner": _("effect_sooner", default="due sooner than now"),
    "later": _("effect_later", default="due later than now"),
    "begun": _("effect_begun", default="get a due date"),
    "dropped": _("effect_dropped", default="are no longer due on a date"),
    "overdue": _("effect_overdue", default="overdue at once"),
    "relieved": _("effect_relieved", default="no longer overdue"),
}


class PlanPanel(BrowserView):
    """Shows a form, tells what it would change, and saves what was told."""

    errors = {}
    effect = None
    name = ""

    def __call__(self):
        if self.request.method != "POST":
            return self.index()
        check_authenticator(self.request)
        plan = self.read()
        if self.errors:
            self.request.response.setStatus(400)
            return self.index()
        self.effect = forecast.effect(plan)
        wants_save = "save" in self.request.form
        if wants_save and (not self.effect["moved"] or self.request.form.get("seen") == self.mark):
            return self.save(plan)
        return self.index()

    def read(self):
        """Return the Plan that was sent; what is wrong goes into `errors`."""
        raise NotImplementedError

    def fields_shown(self):
        """Return a dict with at least name, label and error for each field of the form."""
        raise NotImplementedError

    def wrong(self):
        return [row for row in self.fields_shown() if row["error"]]

    def save(self, plan):
        moved = forecast.put_in_force(plan)
        message = _(
            "message_deadlines_saved",
            default="Saved. Due dates that have moved: ${n}.",
            mapping={"n": moved},
        )
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.url)
        return ""

    @property
    def mark(self):
        """What was told: the form with the effect that the person has seen."""
        sent = {name: str(value) for name, value in self.fields().items()}
        told = json.dumps([sent, sorted(self.effect.items())], sort_keys=True)
        return sha256(told.encode()).hexdigest()

    def fields(self):
        """Return {name: value} of the fields of the form as they were sent."""
        ours = self.request.form.items()
        return {name: value for name, value in ours if name.startswith(("days.", "plan."))}

    def effects(self):
        """Return [{number, text}] of what happens to open cases."""
        return [
            {"number": self.effect[kind], "text": text}
            for kind, text in EFFECTS.items()
            if self.effect[kind]
        ]

    @property
    def url(self):
        return f"{api.portal.get().absolute_url()}/@@{self.name}"

    def other_url(self, name):
        return f"{api.portal.get().absolute_url()}/@@{name}"
