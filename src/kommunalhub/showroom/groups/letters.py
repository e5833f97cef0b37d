"""The letters to groups: the link to confirm, and what was booked."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.booking import said
from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda import gathering
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.language import in_site_language
from kommunalhub.core.links import KEY
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.texts import filled


#: What links are signed for, and the pages they lead to.
CONFIRM, OWN = "kommunalhub.showroom.confirm", "kommunalhub.showroom.group"
CONFIRM_PAGE, OWN_PAGE = "gruppe-bestaetigen", "gruppenbesuch"

SUBJECT_CONFIRM = _("mail_subject_group_confirm", default="Please confirm your visit: ${title}")
SUBJECT_BOOKED = _("mail_subject_group_booked", default="Your visit: ${title}")
SENTENCE_CONFIRM = _(
    "letter_group_confirm",
    default="somebody wants to visit „${title}“ with a group and gave this address. If it was you, "
    "please confirm it within two days: only then the hall is kept for you. Otherwise you need not "
    "do anything.",
)
SENTENCE_BOOKED = _(
    "letter_group_booked",
    default="the hall is kept for your group, to see „${title}“. If you cannot come, please call "
    "it off with the link: somebody else may want to come then.",
)
LINK_CONFIRM = _("letter_group_link_confirm", default="Confirm the visit")
LINK_OWN = _("letter_group_link_own", default="See or call off the visit")
WHY = _("letter_group_why", default="You get this mail because your address was entered.")
WHEN = _("label_group_when", default="When")
WHO = _("label_group_who", default="Who")
WHERE = _("label_group_where", default="Where")
HALL = _("group_hall", default="Hall of the hub")
PEOPLE = _("group_people", default="${group}, ${n} people")


def confirming(portal, exhibit, visit, span, key, now):
    """Return the Letter with the link to confirm a Visit."""
    link = f"{link_to(portal, exhibit, CONFIRM_PAGE)}?{KEY}={key}"
    name = f"group-confirm:{exhibit.UID()}:{visit.email}:{now.isoformat()}"
    told = (SUBJECT_CONFIRM, SENTENCE_CONFIRM, LINK_CONFIRM)
    return _letter(portal, exhibit, visit, span, name, told, link)


def booked(portal, exhibit, visit, span, key, number):
    """Return the Letter that tells what was booked, with a file for the calendar."""
    link = f"{link_to(portal, view=OWN_PAGE)}?{KEY}={key}"
    told = (SUBJECT_BOOKED, SENTENCE_BOOKED, LINK_OWN)
    letter = _letter(portal, exhibit, visit, span, f"group-booked:{number}", told, link)
    entry = Occurrence(
        uid=f"group-{number}@kommunalhub",
        title=exhibit.Title(),
        start=span.start,
        end=span.end,
        place=in_site_language(HALL),
        about=link,
        url=link,
        sequence=0,
        is_cancelled=False,
    )
    text = gathering.calendar_text([entry])
    return replace(letter, calendar=text, method=calendars.PUBLISH)


def _letter(portal, exhibit, visit, span, key, told, link):
    subject, sentence, words = told
    mapping = {"title": exhibit.Title()}
    people = filled(PEOPLE, {"group": visit.group, "n": visit.persons})
    facts = ((WHEN, said.when(span)), (WHERE, HALL), (WHO, people))
    return write(
        portal,
        Person("", visit.name, visit.email, False),
        "plain",
        key=key,
        subject=filled(subject, mapping),
        sentences=[in_site_language(filled(sentence, mapping))],
        facts=[(in_site_language(label), in_site_language(text)) for label, text in facts],
        why=in_site_language(WHY),
        links=[(in_site_language(words), link)],
    )
