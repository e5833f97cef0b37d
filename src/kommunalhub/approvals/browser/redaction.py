"""@@journal-redact: the hub management takes something out of the journal of a case."""

from kommunalhub import _
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.browser.story import story_of
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import redaction
from kommunalhub.core.forms.resume import is_resumed
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from zExceptions import NotFound


TITLES = {
    "comment": _("redact_comment", default="what was written"),
    "fields": _("redact_fields", default="names of fields and files"),
    "actor": _("redact_actor", default="who it was"),
}


class RedactJournal(BrowserView):
    """First the list of entries, then with `seq` the question for one of them."""

    reason = ""
    errors = {}

    def __call__(self):
        if self.request.method == "POST":
            check_authenticator(self.request)
            if self.take_out():
                return None
        elif is_resumed(self.request):
            self.reason = text(self.request.form.get("reason"))
        return self.index()

    def take_out(self):
        """Do what was sent; return whether it is done, else the page is shown again."""
        form = self.request.form
        self.reason, parts = text(form.get("reason")), self.chosen
        self.errors = self.errors_in(form, parts)
        if not self.errors:
            try:
                redaction.redact(self.context, self.seq, current_actor().userid, self.reason, parts)
            except ApprovalError as error:
                at = "reason" if getattr(error, "field", None) else "form"
                self.errors = {at: error.args[0]}
        if self.errors:
            self.request.response.setStatus(400)
            return False
        done = _(
            "message_redacted",
            default="Done. Entry ${seq} of the journal says that something was taken out.",
            mapping={"seq": self.seq},
        )
        IStatusMessage(self.request).add(done)
        self.request.response.redirect(f"{self.context.absolute_url()}#verlauf", status=303)
        return True

    def errors_in(self, form, parts):
        errors = {}
        if not parts:
            errors["parts"] = _("error_redact_parts", default="Please choose what is taken out.")
        if not self.reason.strip():
            errors["reason"] = _(
                "error_redaction_reason", default="Please write why this is taken out."
            )
        if not form.get("sure"):
            errors["sure"] = _(
                "error_redact_sure", default="Please confirm that it shall be gone for good."
            )
        return errors

    @property
    def token(self):
        return createToken()

    @property
    def chosen(self):
        """What was ticked, on the first visit the text alone."""
        if self.request.method != "POST":
            return redaction.TEXT
        sent = self.request.form.get("parts") or []
        sent = sent if isinstance(sent, list) else [sent]
        return tuple(part for part in redaction.PARTS if part in sent)

    @property
    def seq(self):
        """The number asked about, or None on the list."""
        value = self.request.form.get("seq")
        if value is None:
            return None
        if not (isinstance(value, str) and value.isdecimal() and len(value) < 10):
            raise NotFound("seq")
        return int(value)

    def entry(self):
        """Return the entry asked about as the story shows it, with what it still holds."""
        for entry in IJournal(self.context):
            if entry["seq"] == self.seq:
                (shown,) = story_of(self.context, [entry]) or [None]
                return {**shown, "parts": self.parts(entry)} if shown else None
        raise NotFound("seq")

    def entries(self):
        """Return all entries that still hold something, newest first."""
        journal = list(IJournal(self.context))
        holding = {entry["seq"] for entry in journal if redaction.held(entry)}
        return [row for row in story_of(self.context, journal) if row["seq"] in holding]

    def parts(self, entry):
        return [
            {"id": part, "title": TITLES[part], "ticked": part in self.chosen}
            for part in redaction.held(entry)
        ]
