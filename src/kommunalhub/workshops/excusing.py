"""Who cannot come and says so too late to give the seat back: the trainers read it, once."""

from datetime import UTC
from kommunalhub import _
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import formatting
from kommunalhub.core import persons
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.operations import post
from kommunalhub.workshops import programme
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow


LONGEST = 500
#: The page with the list, where the trainer takes somebody off it.
LIST_PAGE = "teilnehmende"
SUBJECT = _("mail_subject_workshop_excused", default="Cannot come: ${title}")
SENTENCE = _(
    "letter_workshop_excused",
    default="${name} has a seat in the workshop „${title}“ and cannot come. It is too late to give "
    "the seat back without you: take ${name} off the list if somebody else can still use it.",
)
WORDS = _("letter_workshop_excused_words", default="In their own words: „${words}“")
LINK = _("letter_workshop_excused_link", default="List of participants")
WHY = _("letter_workshop_excused_why", default="You get this mail because you lead this workshop.")


def excuse(workshop, number, words):
    """Note that somebody cannot come and tell the trainers, once. Raises Refused, KeyError."""
    if state_of(workshop) not in workflow.COMING:
        raise rules.Refused(rules.UNKNOWN)
    portal, now = site(), formatting.now().astimezone(UTC)
    book = storage.ensured_book(portal, workshop.UID())
    before = book.get(number)
    words = words.strip()[:LONGEST]
    one = rules.excused(before, programme.terms_of(workshop), now, words)
    if one != before:
        book.put(one)
        leads = leader_of(workshop)
        if leads.email and settings_of(portal) is not None:
            key = f"workshop-excused:{workshop.UID()}:{number}"
            post(portal, letter(portal, workshop, one, leads, key))
    return one


def leader_of(workshop):
    """Return the Person who is told: at the address for questions, else who planned it."""
    planned = workshop.Creator()
    name, email = persons.name_of(planned), persons.property_of(planned, "email")
    if workshop.contact and workshop.contact != email:
        return Person("", workshop.trainers or workshop.contact, workshop.contact, True)
    return Person(planned, name, email, True)


def letter(portal, workshop, one, leads, key):
    mapping = {"title": workshop.title, "name": one.name}
    sentences = [in_site_language(filled(SENTENCE, mapping))]
    if one.excuse:
        sentences.append(in_site_language(filled(WORDS, {"words": one.excuse})))
    email = in_site_language(_("col_email", default="E-mail"))
    link = f"{link_to(portal, workshop, LIST_PAGE)}#person-{one.number}"
    return write(
        portal,
        leads,
        "plain",
        key=key,
        subject=filled(SUBJECT, mapping),
        sentences=sentences,
        facts=[(email, one.email)] if one.email else [],
        why=in_site_language(WHY),
        links=[(in_site_language(LINK), link)],
    )
