"""One of each letter to those who registered with made-up data, for the page that shows them."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.notices.audience import Person
from kommunalhub.workshops import excusing
from kommunalhub.workshops import letters
from kommunalhub.workshops import retraining
from kommunalhub.workshops import rules
from kommunalhub.workshops.content import Workshop
from plone.uuid.interfaces import ATTRIBUTE_NAME


TITLES = {
    letters.CONFIRMING: _("example_workshop_confirm", default="Workshop: confirm the address"),
    letters.REGISTERED: _("example_workshop_registered", default="Workshop: a seat"),
    letters.WAITING: _("example_workshop_waiting", default="Workshop: on the waiting list"),
    letters.OFFERED: _("example_workshop_offered", default="Workshop: a seat is offered"),
    letters.LAPSED: _("example_workshop_lapsed", default="Workshop: an offer has ended"),
    letters.GIVEN_BACK: _("example_workshop_given_back", default="Workshop: seat given back"),
    letters.REMOVED: _("example_workshop_removed", default="Workshop: taken off the list"),
    letters.CHANGED: _("example_workshop_changed", default="Workshop: new date or place"),
    letters.REMINDER: _("example_workshop_reminder", default="Workshop: the day before"),
    letters.MESSAGE: _("example_workshop_message", default="Workshop: message of the trainer"),
    letters.CERTIFICATE: _("example_workshop_certificate", default="Workshop: certificate"),
    letters.CALLED_OFF: _("example_workshop_called_off", default="Workshop: called off"),
}
STATES = {
    letters.CONFIRMING: "",
    letters.WAITING: rules.WAITING,
    letters.OFFERED: rules.OFFERED,
    letters.LAPSED: rules.LAPSED,
    letters.GIVEN_BACK: rules.CANCELLED,
    letters.REMOVED: rules.CANCELLED,
}
REMOVAL = _("example_workshop_removal", default="You told us on the phone that you cannot come.")
REASON = _("example_workshop_reason", default="The trainer is ill.")
EXCUSED = _("example_workshop_excused_name", default="Max Sample")
EXCUSE = _("example_workshop_excuse", default="My train does not run, I am sorry.")
WORDS = _("example_workshop_words", default="Please bring your own laptop.")


def examples(portal, request):
    """Return the Examples of the letters about workshops, see core/letters.py."""
    now = formatting.now()
    workshop = workshop_of(portal, now)
    told = {
        letters.WAITING: {"place": 2},
        letters.OFFERED: {"until": formatting.moment(now + timedelta(hours=24))},
        letters.CALLED_OFF: {"reason": in_site_language(REASON)},
        letters.REMOVED: {"reason": in_site_language(REMOVAL)},
        letters.MESSAGE: {"message": in_site_language(WORDS)},
    }
    found = []
    for kind, title in TITLES.items():
        one = rules.Registration(
            number=7,
            name=reader_name(),
            email="mia@example.org",
            state=STATES.get(kind, rules.REGISTERED),
            made=now,
            changed=now,
            userid="example",
        )
        link = f"{letters.link_to(portal)}/beispiel"
        letter = letters.letter(portal, workshop, one, kind, "example", link, **told.get(kind, {}))
        found.append(Example(f"workshop-{kind}", title, letter.subject, letter.text, letter.html))
    until = (formatting.to_local(now).date() + timedelta(days=42)).isoformat()
    reader = Person("example", reader_name(), "mia@example.org", False)
    letter = retraining.letter(portal, reader, workshop.title, until, None, "example")
    title = _("example_workshop_retraining", default="Workshop: a certificate ends")
    found.append(Example("workshop-retraining", title, letter.subject, letter.text, letter.html))
    found.append(excused(portal, workshop, reader, now))
    return found


def excused(portal, workshop, reader, now):
    """Return the Example of what a trainer is told by who cannot come."""
    name, email = in_site_language(EXCUSED), "max@example.org"
    one = rules.Registration(7, name, email, rules.REGISTERED, now, now)
    one = replace(one, excused=now, excuse=in_site_language(EXCUSE))
    letter = excusing.letter(portal, workshop, one, reader, "example")
    title = _("example_workshop_excused", default="Workshop: somebody cannot come")
    return Example("workshop-excused", title, letter.subject, letter.text, letter.html)


def reader_name():
    return in_site_language(_("example_reader", default="Mia Sample"))


def workshop_of(portal, now):
    """Return a workshop that is kept nowhere, ten days ahead."""
    day = formatting.to_local(now).date() + timedelta(days=10)
    start = datetime(day.year, day.month, day.day, 9, tzinfo=BERLIN).astimezone(UTC)
    workshop = Workshop("beispiel")
    workshop.title = in_site_language(_("example_workshop_title", default="Invoices without paper"))
    workshop.place = in_site_language(_("example_workshop_place", default="Hall of the hub"))
    workshop.start, workshop.end = start, start + timedelta(hours=3)
    workshop.partner = "oldenburg"
    workshop.portal_type = "Workshop"
    setattr(workshop, ATTRIBUTE_NAME, "beispiel")
    return workshop.__of__(portal)
