"""The record of a consultation: its part of the page, the form that adds to it, appointments."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from kommunalhub import _
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.answers.pages import text
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.forms.resume import is_resumed
from kommunalhub.core.language import in_site_language
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.core.tools import site_url
from kommunalhub.funding import operations
from kommunalhub.funding import record
from kommunalhub.funding import workflow
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.applications.typed import Wrong
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from urllib.parse import urlsplit
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.i18n import translate


#: What an appointment consists of, by the names in the form; errors say "appointment.start".
APPOINTMENT = ("start", "minutes", "place")
LABELS = {
    "next_step": _("label_entry_next_step", default="Next step"),
    "who": _("label_entry_who", default="Who does it"),
    "until": _("label_entry_until", default="Until"),
    "start": _("label_entry_start", default="Next appointment"),
    "minutes": _("label_entry_minutes", default="How many minutes (60 if empty)"),
    "place": _("label_entry_place", default="Where"),
}
KINDS = {"until": "date", "start": "datetime-local", "minutes": "number"}
LIMITS = {
    "next_step": {"maxlength": record.MAX_STEP},
    "who": {"maxlength": record.MAX_WHO},
    "minutes": {"min": record.SHORTEST, "max": record.LONGEST},
    "place": {"maxlength": record.MAX_PLACE},
}


class Record:
    """What the page of a consultation shows of its record."""

    record = ViewPageTemplateFile("templates/record.pt")
    # Set by `@@add-protocol-entry` when it shows the page again.
    entry_typed = {}
    entry_errors = {}

    def may_read_advice(self):
        return asking.may(workflow.VIEW_ADVICE, self.context)

    def may_add_entry(self):
        return asking.may(workflow.ADVISE, self.context)

    def entries(self):
        """Return the entries of the record for the template, oldest first."""
        return [self.entry(entry) for entry in self.context.protocol]

    def entry(self, entry):
        return {
            "iso": entry["date"],
            "day": formatting.day(date.fromisoformat(entry["date"])),
            "author": entry["author"],
            "text": paragraphs(entry["text"]),
            "next_step": entry.get("next_step"),
            "by": self.by(entry),
            "appointment": self.appointment(entry) if "appointment" in entry else None,
        }

    def by(self, entry):
        """Return until when and by whom the next step is done, as one text."""
        said = [record.who(entry)]
        if "until" in entry:
            day = formatting.day(date.fromisoformat(entry["until"]))
            said.insert(0, _("condition_due", default="by ${day}", mapping={"day": day}))
        return ", ".join(translate(one, context=self.request) for one in said if one)

    def appointment(self, entry):
        start, end = span_of(entry)
        return {
            "iso": start.isoformat(),
            "day": formatting.weekday(formatting.to_local(start).date()),
            "from": formatting.clock(start),
            "to": formatting.clock(end),
            "place": entry["appointment"]["place"],
            "url": f"{self.context.absolute_url()}/@@beratungstermin/{entry['number']}",
        }

    # The form.

    def today(self):
        return today().isoformat()

    def entry_more(self):
        """Return the fields of the form that may stay empty."""
        first = next(iter(self.entry_errors), None)
        return [
            {
                "id": f"entry-{name}",
                "name": name,
                "label": label,
                "kind": KINDS.get(name, "text"),
                "value": self.entry_typed.get(name, ""),
                "error": self.entry_errors.get(name),
                "is_first": name == first,
                "choices": list(record.WHO.values()) if name == "who" else [],
                **dict.fromkeys(("min", "max", "maxlength")),
                **LIMITS.get(name, {}),
            }
            for name, label in LABELS.items()
        ]

    def textblocks(self):
        beside = getMultiAdapter((self.context, self.request), name="hub-textblocks")
        return beside.html("funding", "entry-form", [self.entry_typed.get("text")])

    def shows_more(self):
        """Return whether the fields that may stay empty are open: something stands there."""
        return any(self.entry_typed.get(name) or name in self.entry_errors for name in LABELS)


def span_of(entry):
    """Return (start, end) of the appointment of an entry, in UTC."""
    start = datetime.fromisoformat(entry["appointment"]["start"])
    return start, start + timedelta(minutes=entry["appointment"]["minutes"])


class AddProtocolEntry(BrowserView):
    """POST what was said: adds to the record, or shows the page again with what is wrong."""

    def __call__(self):
        form = self.request.form
        typed = {
            "text": text(form.get("text")),
            "date": text(form.get("date")),
            "next_step": text(form.get("next_step")),
            "who": text(form.get("who")),
            "until": text(form.get("until")),
            "start": text(form.get("start")),
            "minutes": text(form.get("minutes")),
            "place": text(form.get("place")),
        }
        if is_resumed(self.request):
            return self.again(typed, {})
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        more = typed | {"appointment": {name: typed[name] for name in APPOINTMENT}}
        try:
            operations.add_protocol_entry(self.context, typed["text"], typed["date"], more)
        except Wrong as wrong:
            return self.again(typed, wrong.errors)
        IStatusMessage(self.request).addStatusMessage(
            _("record_entry_added", default="The entry is in the record."), "info"
        )
        return self.request.response.redirect(f"{self.context.absolute_url()}#beratungsprotokoll")

    def again(self, typed, errors):
        page = getMultiAdapter((self.context, self.request), name="view")
        page.entry_typed = typed
        page.entry_errors = {
            name.removeprefix("appointment."): message for name, message in errors.items()
        }
        self.request.response.setStatus(400 if errors else 200)
        return page()


class Appointment(NumberInPath, BrowserView):
    """@@beratungstermin/<number of an entry>: its appointment as a file for calendars."""

    def __call__(self):
        found = (one for one in self.context.protocol if one["number"] == self.number)
        entry = next(found, None)
        if entry is None or "appointment" not in entry:
            raise NotFound(str(self.number))
        header = self.request.response.setHeader
        header("Content-Type", f"{calendars.MEDIA_TYPE}; charset=utf-8")
        name = f"termin-{self.context.getId()}-{self.number}.ics"
        header("Content-Disposition", f'attachment; filename="{name}"')
        header("Cache-Control", "private, no-store")
        return calendars.calendar_of([self.occurrence(entry)], formatting.now())

    def occurrence(self, entry):
        case, (start, end) = self.context, span_of(entry)
        host = urlsplit(site_url()).hostname or "localhost"
        title = _(
            "entry_appointment",
            default="Advice on funding: ${title}",
            mapping={"title": case.title},
        )
        return Occurrence(
            uid=f"{case.UID()}-record-{entry['number']}@{host}",
            title=in_site_language(title),
            start=start,
            end=end,
            place=entry["appointment"]["place"],
            url=case.absolute_url(),
        )
