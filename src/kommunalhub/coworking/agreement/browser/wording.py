"""@@vereinbarung-text: how agreements and house rules read, for the hub management."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.persons import name_of
from kommunalhub.coworking import settings
from kommunalhub.coworking.agreement import operations
from kommunalhub.coworking.agreement import storage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


EMPTY = _("error_wording_empty", default="Please write what is agreed.")
LONG = _(
    "error_too_long",
    default="At most ${n} letters, please.",
    mapping={"n": operations.LONGEST},
)


class Wording(OwnPage):
    """Changes hold for agreements that are drawn up later; earlier wordings stay."""

    template = ViewPageTemplateFile("templates/wording.pt")
    errors = {}

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@vereinbarung-text"

    def values(self):
        """Return what stands in the form: what was typed, else what is set."""
        if self.request.method == "POST":
            typed = {name: self.field(name) for name in ("text", "rules")}
            return {**typed, "first": bool(self.field("first"))}
        return {
            "text": settings.agreement_text(),
            "rules": "\n".join(settings.house_rules()),
            "first": settings.accepts_first(),
        }

    def post(self):
        values = self.values()
        texts = {name: values[name].replace("\r\n", "\n").strip() for name in ("text", "rules")}
        self.errors = {name: LONG for name, text in texts.items() if len(text) > operations.LONGEST}
        if not texts["text"]:
            self.errors["text"] = EMPTY
        if self.errors:
            self.request.response.setStatus(400)
            return self.template()
        operations.reword(texts["text"], texts["rules"], values["first"])
        message = _(
            "message_wording_saved",
            default="Saved. It holds for applications that are approved from now on.",
        )
        return self.lead_to(self.url, message)

    def earlier(self):
        """Return the wordings that were saved, the newest first."""
        known = storage.wordings_of(self.portal)
        return [
            {
                "number": number,
                "when": formatting.moment(datetime.fromisoformat(known[number]["when"])),
                "by": name_of(known[number]["by"]),
                "text": known[number]["text"],
                "rules": known[number]["rules"],
            }
            for number in sorted(known, reverse=True)
        ]
