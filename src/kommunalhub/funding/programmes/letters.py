"""What consultants are written about the library, and those who reported a programme."""

from datetime import date
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import site
from kommunalhub.funding.programmes.deadlines import today
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.operations import post


CONSULTANTS = "hub-consultants"
STALE_SUBJECT = _("mail_subject_programmes_stale", default="Funding programmes to be checked: ${n}")
STALE = _(
    "letter_programmes_stale",
    default="nobody has compared these funding programmes with their source for more than half a "
    "year. Please look at the source; if all of it is right, one click on „Checked today“ on the "
    "page of the programme will do.",
)
STALE_FACT = _("letter_programmes_stale_fact", default="checked on ${day}")
WHY = _(
    "letter_programmes_why", default="You get this mail because you keep the funding programmes."
)
LINK = _("letter_programmes_link", default="Funding programmes")
TAKEN_SUBJECT = _("mail_subject_report_taken", default="In the catalogue now: ${title}")
TAKEN = _(
    "letter_report_taken",
    default="you reported this funding programme. We have looked at it, and it stands in the "
    "catalogue now. Thank you!",
)
LEFT_OUT_SUBJECT = _("mail_subject_report_left_out", default="Not in the catalogue: ${title}")
LEFT_OUT = _(
    "letter_report_left_out",
    default="you reported this funding programme. We have looked at it and did not take it into "
    "the catalogue. Thank you all the same!",
)
REPORTED = _("letter_report_fact", default="Reported")
REASON = _("letter_report_reason", default="Why not")
WHY_REPORTED = _(
    "letter_report_why", default="You get this mail because you reported the programme."
)


def consultants():
    """Return the Persons who keep the library and can be written to, by id."""
    found = [
        Person(userid, name_of(userid), property_of(userid, "email") or "", True)
        for userid in sorted(members_of(CONSULTANTS))
    ]
    return [person for person in found if person.email]


def tell_stale(brains):
    """Write to all consultants about programmes that nobody has checked for long."""
    portal = site()
    if settings_of(portal) is None:
        return
    facts = [(brain.Title, (brain.funding_facts or {}).get("checked_on")) for brain in brains]
    for person in consultants():
        key = f"programmes-stale:{person.userid}:{today().isoformat()}"
        post(portal, stale_letter(portal, person, facts, key))


def stale_letter(portal, person, programmes, key):
    """Return the Letter; programmes: [(title, ISO day of the last check or None)]."""
    mapping = {"n": len(programmes)}
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(STALE_SUBJECT, mapping),
        sentences=[in_site_language(STALE)],
        facts=[(title, checked_text(day)) for title, day in programmes],
        why=in_site_language(WHY),
        links=[(in_site_language(LINK), library_url(portal))],
    )


def checked_text(day):
    shown = formatting.day(date.fromisoformat(day)) if day else "–"
    return in_site_language(filled(STALE_FACT, {"day": shown}))


def tell_reporter(report, url=""):
    """Write to who reported a programme; url: of it in the catalogue, "" where it was left out."""
    portal, userid = site(), report.userid
    email = property_of(userid, "email") if userid else ""
    if not email or settings_of(portal) is None:
        return
    person = Person(userid, name_of(userid), email, True)
    key = f"programme-report:{report.number}:{'taken' if url else 'left-out'}"
    post(portal, report_letter(portal, person, report, url, key))


def report_letter(portal, person, report, url, key):
    """Return the Letter; report: with title, made (moment) and reason."""
    facts = [(in_site_language(REPORTED), formatting.day(formatting.to_local(report.made).date()))]
    if not url:
        facts.append((in_site_language(REASON), report.reason))
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(TAKEN_SUBJECT if url else LEFT_OUT_SUBJECT, {"title": report.title}),
        sentences=[in_site_language(TAKEN if url else LEFT_OUT)],
        facts=facts,
        why=in_site_language(WHY_REPORTED),
        links=[(report.title if url else in_site_language(LINK), url or library_url(portal))],
    )


def library_url(portal):
    return f"{link_to(portal)}/foerderung/programme"
