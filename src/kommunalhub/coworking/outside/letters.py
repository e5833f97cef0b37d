"""The letters to who has no account, beside those that every applicant gets (notices)."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.coworking.operations import SECTION
from kommunalhub.notices.address import address_of
from kommunalhub.notices.address import link_for
from kommunalhub.notices.audience import Person
from kommunalhub.notices.letters.writing import write
from kommunalhub.security.guests import operations as guests
from plone import api


CONFIRM_PAGE = f"{SECTION}/@@antrag-bestaetigen"
CONFIRMING, RECEIVED, RENEWED = "confirm", "received", "renewed"
SUBJECTS = {
    CONFIRMING: _("mail_subject_apply_confirm", default="Please confirm your application"),
    RECEIVED: _("mail_subject_apply_received", default="Your application ${number} has arrived"),
    RENEWED: _("mail_subject_apply_renewed", default="Your link to application ${number}"),
}
SENTENCES = {
    CONFIRMING: (
        _(
            "letter_apply_confirm",
            default="somebody has applied for a workplace with this address. If it was you, please "
            "confirm it within two days: only then we get your application.",
        ),
        _(
            "letter_apply_confirm_else",
            default="If it was not you, you need not do anything. What was entered is then "
            "deleted.",
        ),
    ),
    RECEIVED: (
        _("letter_apply_received", default="your application for a workplace has arrived."),
        _(
            "letter_apply_link",
            default="By this link you see at any time where it stands, answer questions, add "
            "papers and later book your place. It is good until ${until}; you can have a new one "
            "sent to you at any time. Please do not pass it on: whoever has it can act for you.",
        ),
    ),
    RENEWED: (
        _("letter_apply_renewed", default="here is the new link to your application."),
        _(
            "letter_apply_renewed_until",
            default="It is good until ${until}. Please do not pass it on: whoever has it can act "
            "for you.",
        ),
    ),
}
WHY = _("letter_apply_why", default="You get this mail because your address was entered.")
LINK_CONFIRM = _("letter_apply_link_confirm", default="Confirm the application")
LINK = _("letter_apply_link_own", default="Your application")


def confirming(name, email, key):
    """Return the Letter with the link that confirms an address."""
    link = f"{address_of(api.portal.get())}/{CONFIRM_PAGE}?{links.KEY}={key}"
    return made(CONFIRMING, name, email, link)


def received(guest_id, case):
    """Return the Letter that says that an application has arrived."""
    return _to_guest(guest_id, case, RECEIVED)


def renewed(guest_id, case):
    """Return the Letter with a fresh link."""
    return _to_guest(guest_id, case, RENEWED)


def until():
    """Return the day until which a link that is sent now is good."""
    return formatting.day(formatting.now() + guests.VALID)


def made(kind, name, email, link, told=None, guest_id=""):
    """Return the Letter of a kind. told: what its subject and sentences ask for."""
    title = LINK_CONFIRM if kind == CONFIRMING else LINK
    return write(
        api.portal.get(),
        Person(guest_id, name, email, False),
        "plain",
        key=f"apply-{kind}:{guest_id or email}:{formatting.now().isoformat()}",
        subject=filled(SUBJECTS[kind], told),
        sentences=[in_site_language(filled(text, told)) for text in SENTENCES[kind]],
        facts=[],
        why=in_site_language(WHY),
        links=[(in_site_language(title), link)],
    )


def _to_guest(guest_id, case, kind):
    portal, guest = api.portal.get(), guests.get(guest_id)
    told = {"number": kept(case, "case_number") or "", "until": until()}
    return made(kind, guest.name, guest.email, link_for(portal, guest_id), told, guest_id)
