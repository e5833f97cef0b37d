"""The letters to those who registered: what they are told, and in which words."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import formatting
from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda import gathering
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.language import in_site_language
from kommunalhub.core.links import KEY
from kommunalhub.core.links import sealed
from kommunalhub.core.links import unsealed
from kommunalhub.core.messages import filled
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.notices.letters.writing import write
from kommunalhub.workshops import answering
from kommunalhub.workshops import programme
from kommunalhub.workshops import workflow


#: What links are signed for.
OWN, CONFIRM = "kommunalhub.workshops.registration", "kommunalhub.workshops.confirm"
#: Pages of a workshop that such links lead to.
OWN_PAGE, CONFIRM_PAGE = "meine-anmeldung", "anmeldung-bestaetigen"
GUEST, GUEST_PAGE = "kommunalhub.workshops.guest", "platz-aus-hub"
GUEST_CONFIRM_PAGE = "platz-bestaetigen"
EVALUATION_PAGE, HANDOUT_PAGE = "rueckmeldung", "unterlage"
CERTIFIED, CERTIFICATE_PAGE = "kommunalhub.workshops.certificate", "bescheinigung.pdf"

REGISTERED, WAITING, OFFERED = "registered", "waiting", "offered"
LAPSED, GIVEN_BACK, CALLED_OFF = "lapsed", "given-back", "called-off"
CHANGED, REMINDER, MESSAGE, CONFIRMING = "changed", "reminder", "message", "confirm"
CERTIFICATE, REMOVED = "certificate", "removed"

SUBJECTS = {
    REGISTERED: _("mail_subject_workshop_registered", default="Your seat: ${title}"),
    WAITING: _("mail_subject_workshop_waiting", default="Waiting list: ${title}"),
    OFFERED: _("mail_subject_workshop_offered", default="A seat is free for you: ${title}"),
    LAPSED: _("mail_subject_workshop_lapsed", default="Your offer has ended: ${title}"),
    GIVEN_BACK: _("mail_subject_workshop_given_back", default="Seat given back: ${title}"),
    REMOVED: _("mail_subject_workshop_removed", default="Taken off the list: ${title}"),
    CALLED_OFF: _("mail_subject_workshop_called_off", default="Called off: ${title}"),
    CHANGED: _("mail_subject_workshop_changed", default="New date or place: ${title}"),
    REMINDER: _("mail_subject_workshop_reminder", default="Coming soon: ${title}"),
    MESSAGE: _("mail_subject_workshop_message", default="News about the workshop: ${title}"),
    CONFIRMING: _("mail_subject_workshop_confirm", default="Please confirm: ${title}"),
    CERTIFICATE: _("mail_subject_workshop_certificate", default="Your certificate: ${title}"),
}
SENTENCES = {
    REGISTERED: _(
        "letter_workshop_registered",
        default="you have a seat in the workshop „${title}“. If you cannot come, please give it "
        "back: somebody else may be waiting.\n\n„Your registration“ has your code for the "
        "entrance.",
    ),
    WAITING: _(
        "letter_workshop_waiting",
        default="all seats in the workshop „${title}“ are taken. You stand at place ${place} of "
        "the waiting list. As soon as a seat is free for you, we write to you.",
    ),
    OFFERED: _(
        "letter_workshop_offered",
        default="a seat in the workshop „${title}“ is free for you. Please take it by ${until}. "
        "After that it goes to the next person.",
    ),
    LAPSED: _(
        "letter_workshop_lapsed",
        default="the seat in the workshop „${title}“ was kept for you until now and goes to the "
        "next person. If you still want to come, please register again.",
    ),
    GIVEN_BACK: _(
        "letter_workshop_given_back",
        default="you no longer have a seat in the workshop „${title}“ and do not wait for one.",
    ),
    REMOVED: _(
        "letter_workshop_removed",
        default="the trainers of the workshop „${title}“ have taken you off the list. The reason: "
        "${reason}",
    ),
    CALLED_OFF: _(
        "letter_workshop_called_off",
        default="the workshop „${title}“ is called off. The reason: ${reason}",
    ),
    CHANGED: _(
        "letter_workshop_changed",
        default="date or place of the workshop „${title}“ have changed. Your seat stays yours. If "
        "you cannot come then, please give it back.",
    ),
    REMINDER: _(
        "letter_workshop_reminder",
        default="the workshop „${title}“ begins soon. If you cannot come, please give your seat "
        "back.",
    ),
    MESSAGE: _("letter_workshop_message", default="${message}"),
    CERTIFICATE: _(
        "letter_workshop_certificate",
        default="thank you for taking part in the workshop „${title}“. Your certificate of "
        "attendance is ready.\n\nHow was it? Your answer helps the next ones; it is kept without "
        "your name.",
    ),
    CONFIRMING: _(
        "letter_workshop_confirm",
        default="somebody wants to register for the workshop „${title}“ with this address. If it "
        "was you, please confirm it within two days: only then you have a seat or a place on the "
        "waiting list. Otherwise you need not do anything.",
    ),
}
LINK_EVALUATION = _("letter_workshop_link_evaluation", default="Say how it was, without your name")
LINK_MATERIALS = _("letter_workshop_link_materials", default="The workshop and its materials")
WHY = _("letter_workshop_why", default="You get this mail because you registered.")
WHY_CONFIRM = _(
    "letter_workshop_why_confirm", default="You get this mail because your address was entered."
)
QUESTIONS_OPEN = _(
    "letter_workshop_questions",
    default="The trainers have some questions to you. Please answer them with „Your registration“.",
)
#: Letters that remind people of questions they have not answered.
WITH_QUESTIONS = (REGISTERED, WAITING, REMINDER)
#: Letters with which dates come along.
WITH_DATES = (REGISTERED, CHANGED, CALLED_OFF)


def key_for(workshop, number):
    """Return the key with which who registered gets at their registration without an account."""
    return sealed(OWN, [workshop.UID(), number])


def registration_in(text):
    """Return (UID of the workshop, number) of the registration that a key is for, or Nones."""
    values = unsealed(OWN, text)
    return (None, None) if values is None else tuple(values)


def number_in(workshop, text):
    """Return the number of the registration in a workshop that a key is for, or None."""
    uid, number = registration_in(text)
    return number if uid == workshop.UID() else None


def link_by_key(portal, workshop, number, page=OWN_PAGE):
    """Return the signed address of a page for who has no account: it is one of the site."""
    return f"{link_to(portal, view=page)}?{KEY}={key_for(workshop, number)}"


def link_of(portal, workshop, one):
    """Return the address where somebody sees their registration and changes it."""
    return link_to(portal, workshop) if one.userid else link_by_key(portal, workshop, one.number)


def evaluation_link(portal, workshop, one):
    """Return the address where somebody says how it was, signed for who has no account."""
    if one.userid:
        return link_to(portal, workshop, EVALUATION_PAGE)
    return link_by_key(portal, workshop, one.number, EVALUATION_PAGE)


def certificate_link(portal, certificate, one):
    """Return the address of a certificate, signed for who has no account."""
    link = f"{link_to(portal, view=CERTIFICATE_PAGE)}?number={certificate.number}"
    if one.userid:
        return link
    return f"{link}&{KEY}={sealed(CERTIFIED, [certificate.number])}"


def certificate_in(text):
    """Return the number of the certificate that a key is for, or None."""
    values = unsealed(CERTIFIED, text)
    return values[0] if values is not None else None


def letter(portal, workshop, one, kind, key, link="", **told):
    """Return the Letter of a kind to who registered. told: what its sentence asks for."""
    mapping = {"title": workshop.title, **told}
    why = WHY_CONFIRM if kind == CONFIRMING else WHY
    has_seat = one.state == "registered"
    sentences = _paragraphs(in_site_language(filled(SENTENCES[kind], mapping)))
    if kind in WITH_QUESTIONS and answering.missing(workshop, one):
        sentences.append(in_site_language(QUESTIONS_OPEN))
    own = link_of(portal, workshop, one)
    links = [(link_title(kind), link or own)]
    if kind == CERTIFICATE:
        links += [(LINK_EVALUATION, evaluation_link(portal, workshop, one)), (LINK_MATERIALS, own)]
    written = write(
        portal,
        Person(one.userid, one.name, one.email, bool(one.partner)),
        "plain",
        key=key,
        subject=filled(SUBJECTS[kind], mapping),
        sentences=sentences,
        facts=facts_of(workshop, has_seat),
        why=in_site_language(why),
        links=[(in_site_language(title), url) for title, url in links],
    )
    if kind not in WITH_DATES or not has_seat:
        return written
    text = gathering.calendar_text(entries_of(portal, workshop, True, own))
    return replace(written, calendar=text, method=calendars.PUBLISH)


def _paragraphs(text):
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def link_title(kind):
    if kind == CONFIRMING:
        return _("letter_workshop_link_confirm", default="Confirm the registration")
    if kind == CERTIFICATE:
        return _("letter_workshop_link_certificate", default="Certificate of attendance (PDF)")
    if kind == OFFERED:
        return _("letter_workshop_link_offer", default="Take the seat or decline")
    return _("letter_workshop_link", default="Your registration")


def facts_of(workshop, has_seat):
    """Return [(label, text)] of dates and places; the link for those who have a seat."""
    when = in_site_language(_("label_workshop_when", default="When"))
    where = in_site_language(_("label_workshop_where", default="Where"))
    online = in_site_language(_("label_workshop_online", default="Online"))
    found = []
    for session in programme.sessions_of(workshop):
        found.append((when, session_text(session)))
        if session.place:
            found.append((where, session.place))
        if session.link and has_seat:
            found.append((online, session.link))
    if workshop.online_link and has_seat:
        found.append((online, workshop.online_link))
    return found


def session_text(session):
    """Return `8. Dezember 2026, 09:00–12:00`."""
    begin, end = formatting.moment(session.start), formatting.to_local(session.end)
    if formatting.to_local(session.start).date() == end.date():
        return f"{begin}–{end:%H:%M}"
    return f"{begin} – {formatting.moment(session.end)}"


def entries_of(portal, workshop, has_seat=False, own=""):
    """Return the dates of a workshop as Occurrences; own: address of somebody's registration."""
    about = workshop.description or ""
    if workshop.online_link and has_seat:
        about = f"{about}\n{workshop.online_link}".strip()
    if own:
        about = f"{about}\n{own}".strip()
    return [
        Occurrence(
            uid=f"{workshop.UID()}-{number}@kommunalhub",
            title=workshop.title,
            start=session.start,
            end=session.end,
            place=session.place,
            about=f"{about}\n{session.link}".strip() if has_seat else about,
            url=own or link_to(portal, workshop),
            sequence=workshop.sequence,
            is_cancelled=state_of(workshop) == workflow.CANCELLED,
        )
        for number, session in enumerate(programme.sessions_of(workshop), 1)
    ]
