"""@@support-controlpanel: service hours, promises, pick lists; the effect is seen before saving."""

from hashlib import sha256
from kommunalhub import _
from kommunalhub.approvals.clock.browser.panel import EFFECTS
from kommunalhub.core.tools import site_url
from kommunalhub.support.browser.clock import NAMES
from kommunalhub.support.desk.settings import plan as plans
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView

import json


HOURS = _("label_support_hours", default="Service hours")
DAYS = _("label_support_closes", default="Working days until a solved ticket closes by itself")
NEW = _("label_support_category_new", default="One more subject")


class SupportSettings(BrowserView):
    """The form; `preview` tells what it would change, `save` keeps what was told."""

    errors = {}
    effect = None
    sent = False

    def __call__(self):
        if self.request.method != "POST":
            self.plan = plans.in_force()
            return self.index()
        check_authenticator(self.request)
        self.sent = True
        self.plan, self.errors = plans.read(self.request.form)
        if self.errors:
            self.request.response.setStatus(400)
            return self.index()
        self.effect = plans.effect(self.plan)
        told = not self.effect["moved"] or self.request.form.get("seen") == self.mark
        return self.save() if "save" in self.request.form and told else self.index()

    def save(self):
        message = _(
            "message_deadlines_saved",
            default="Saved. Due dates that have moved: ${n}.",
            mapping={"n": plans.put_in_force(self.plan)},
        )
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.url, status=303)
        return ""

    @property
    def url(self):
        return f"{site_url()}/@@support-controlpanel"

    @property
    def teams_url(self):
        return f"{site_url()}/@@support-teams"

    @property
    def mark(self):
        """What was told: the form with the effect that the person has seen."""
        told = json.dumps([self.plan.as_list(), sorted(self.effect.items())])
        return sha256(told.encode()).hexdigest()

    def effects(self):
        """Return [{number, text}] of what happens to open tickets."""
        return [
            {"number": self.effect[kind], "text": text}
            for kind, text in EFFECTS.items()
            if self.effect[kind]
        ]

    # The fields, as {name, label, value, error}.

    def field(self, name, label, value):
        typed = self.request.form.get(name) if self.sent else None
        return {
            "name": name,
            "label": label,
            "value": typed if isinstance(typed, str) else value,
            "error": self.errors.get(name),
        }

    def hours(self):
        return self.field("plan.hours", HOURS, self.plan.hours)

    def days(self):
        return self.field("plan.closes_after", DAYS, str(self.plan.closes_after))

    def goals(self):
        return list(NAMES.values())

    def promises(self):
        """Return [{title, fields}] by urgency."""
        return [
            {
                "title": title,
                "fields": [
                    self.field(f"plan.promise.{token}.{goal}", label, str(minutes))
                    for goal, label, minutes in zip(
                        plans.GOALS,
                        NAMES.values(),
                        self.plan.promises.get(token, (0, 0, 0)),
                        strict=True,
                    )
                ],
            }
            for token, title in self.plan.urgencies.items()
        ]

    def urgencies(self):
        return self.titles("urgency", self.plan.urgencies)

    def categories(self):
        rows = self.titles("category", self.plan.categories)
        return [*rows, self.field("plan.category_new", NEW, "")]

    def titles(self, kind, known):
        return [self.field(f"plan.{kind}.{token}", title, title) for token, title in known.items()]

    def wrong(self):
        fields = [self.hours(), self.days(), *self.urgencies(), *self.categories()]
        fields += [field for row in self.promises() for field in row["fields"]]
        return [field for field in fields if field["error"]]
