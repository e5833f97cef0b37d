"""The letters of visits: the link to confirm, what was booked, and what the house is told."""

from dataclasses import replace
from hashlib import blake2b
from kommunalhub import _
from kommunalhub.booking import said
from kommunalhub.core.agenda import calendars
from kommunalhub.core.agenda import gathering
from kommunalhub.core.agenda.interfaces import Occurrence
from kommunalhub.core.language import in_site_language
from kommunalhub.core.links import KEY
from kommunalhub.core.messages import filled
from kommunalhub.notices import ringing
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.notices.letters.writing import write
from kommunalhub.showroom.groups.rules import without_contact


#: What links are signed for, and the pages they lead to.
CONFIRM, OWN = "kommunalhub.showroom.confirm", "kommunalhub.showroom.group"
ASK_PAGE = "gruppe-anmelden"
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
SUBJECT_COMES = _("mail_subject_group_comes", default="A group is coming: ${title}")
SUBJECT_AWAY = _("mail_subject_group_away", default="A group is not coming: ${title}")
SUBJECT_CANCELLED = _("mail_subject_group_cancelled", default="Your visit is cancelled: ${title}")
SENTENCE_COMES = _(
    "letter_group_comes",
    default="a group has registered to see „${title}“. The hall is kept for it. The hub management "
    "sees in the calendar of the hall who registered.",
)
SENTENCE_AWAY = _(
    "letter_group_away",
    default="a group that wanted to see „${title}“ has called off its visit. The hall is free for "
    "others.",
)
SENTENCE_CANCELLED = _(
    "letter_group_cancelled",
    default="we are sorry: your visit to „${title}“ cannot take place, the hall is not free for "
    "you any more. You are welcome to choose another time.",
)
REASON = _("letter_group_reason", default="Reason: ${reason}")
LINK_HALL = _("letter_group_link_hall", default="See the calendar of the hall")
LINK_AGAIN = _("letter_group_link_again", default="Choose another time")
WHY_HOUSE = _(
    "letter_group_why_house",
    default="You get this mail because you look after the hub, or because your administration "
    "shows the exhibit.",
)
LINK_CONFIRM = _("letter_group_link_confirm", default="Confirm the visit")
LINK_OWN = _("letter_group_link_own", default="See or call off the visit")
WHY = _("letter_group_why", default="You get this mail because your address was entered.")
WHEN = _("label_group_when", default="When")
WHO = _("label_group_who", default="Who")
WHERE = _("label_group_where", default="Where")
HALL = _("group_hall", default="Hall of the hub")
PEOPLE = _("group_people", default="${group}, ${n} people")


def confirming(portal, exhibit, space, visit, span, key, now):
    """Return the Letter with the link to confirm a Visit."""
    link = f"{link_to(portal, exhibit, CONFIRM_PAGE)}?{KEY}={key}"
    # who clicks twice gets one letter; what is remembered of it names nobody
    same = blake2b(repr(visit).encode(), digest_size=8).hexdigest()
    name = f"group-confirm:{exhibit.UID()}:{same}:{now.isoformat(timespec='minutes')}"
    told = (SUBJECT_CONFIRM, SENTENCE_CONFIRM, LINK_CONFIRM)
    return _letter(portal, exhibit, space, visit, span, name, told, link)


def booked(portal, exhibit, space, visit, span, key, number):
    """Return the Letter that tells what was booked, with a file for the calendar."""
    link = f"{link_to(portal, view=OWN_PAGE)}?{KEY}={key}"
    told = (SUBJECT_BOOKED, SENTENCE_BOOKED, LINK_OWN)
    letter = _letter(portal, exhibit, space, visit, span, f"group-booked:{number}", told, link)
    entry = Occurrence(
        uid=f"group-{number}@kommunalhub",
        title=exhibit.Title(),
        start=span.start,
        end=span.end,
        place=space.Title(),
        about=link,
        url=link,
        sequence=0,
        is_cancelled=False,
    )
    text = gathering.calendar_text([entry])
    return replace(letter, calendar=text, method=calendars.PUBLISH)


#: What the house is told: subject, sentence.
HOUSE = {
    ringing.COMES: (SUBJECT_COMES, SENTENCE_COMES),
    ringing.STAYS_AWAY: (SUBJECT_AWAY, SENTENCE_AWAY),
}


def to_house(portal, person, exhibit, space, one, what, key):
    """Return the Letter to a Person of the house; what: as ringing has it."""
    subject, sentence = HOUSE[what]
    who = without_contact(one.purpose)
    facts = ((WHEN, said.when(one.span)), (WHERE, space.Title()), (WHO, who))
    return _written(
        portal,
        person,
        (subject, sentence, LINK_HALL, WHY_HOUSE),
        exhibit,
        facts,
        link_to(portal, space),
        key,
    )


def cancelled(portal, exhibit, address, one, reason):
    """Return the Letter to who registered a group for which the hall is not free any more."""
    told = (SUBJECT_CANCELLED, SENTENCE_CANCELLED, LINK_AGAIN, WHY)
    link = f"{link_to(portal, exhibit)}/@@{ASK_PAGE}"
    key = f"group-cancelled:{one.id}:{one.sequence}"
    facts = ((WHEN, said.when(one.span)),)
    person = Person("", "", address, False)
    return _written(portal, person, told, exhibit, facts, link, key, reason)


def _written(portal, person, told, exhibit, facts, link, key, reason=""):
    subject, sentence, words, why = told
    mapping = {"title": exhibit.Title()}
    sentences = [filled(sentence, mapping)]
    if reason:
        sentences.append(filled(REASON, {"reason": reason}))
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(subject, mapping),
        sentences=[in_site_language(one) for one in sentences],
        facts=[(in_site_language(label), in_site_language(text)) for label, text in facts],
        why=in_site_language(why),
        links=[(in_site_language(words), link)],
    )


def _letter(portal, exhibit, space, visit, span, key, told, link):
    people = filled(PEOPLE, {"group": visit.group, "n": visit.persons})
    facts = ((WHEN, said.when(span)), (WHERE, space.Title()), (WHO, people))
    person = Person("", visit.name, visit.email, False)
    return _written(portal, person, (*told, WHY), exhibit, facts, link, key)
