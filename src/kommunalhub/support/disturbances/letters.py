"""What followers of a disturbance are written: it has begun, there is news, it is over."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import people_who_see
from kommunalhub.notices.audience import Person
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.operations import post
from plone.uuid.interfaces import IUUID


BEGIN, UPDATE, END = "begin", "update", "end"
SUBJECTS = {
    BEGIN: _("mail_disturbance_begin", default="It has begun: ${title}"),
    UPDATE: _("mail_disturbance_update", default="News: ${title}"),
    END: _("mail_disturbance_end", default="Over: ${title}"),
}
SENTENCES = {
    BEGIN: _("letter_disturbance_begin", default="the announced disturbance has begun."),
    UPDATE: _("letter_disturbance_update", default="there is news of a disturbance."),
    END: _(
        "letter_disturbance_end",
        default="the disturbance is over. If it still does not work for you, please report it.",
    ),
}
WHY = _(
    "letter_disturbance_why",
    default="You get this mail because you have said that the disturbance concerns you.",
)
LINK = _("letter_disturbance_link", default="To the disturbance")
READER = _("example_reader", default="Mia Sample")
TITLES = {
    BEGIN: _("example_disturbance_begin", default="Disturbances: an announced one has begun"),
    UPDATE: _("example_disturbance_update", default="Disturbances: news"),
    END: _("example_disturbance_end", default="Disturbances: over"),
}


def tell(disturbance, what, userids, text):
    """Write to those of some people who may still read it."""
    portal = site()
    if not userids or settings_of(portal) is None:
        return
    number = len(disturbance.updates)
    link = link_to(portal, disturbance)
    for person in people_who_see(disturbance, sorted(userids)).values():
        if person.email:
            key = f"disturbance:{IUUID(disturbance)}:{what}:{number}:{person.userid}"
            post(portal, letter(portal, person, what, disturbance.title, text, link, key))


def letter(portal, person, what, title, text, link, key):
    """Return the Letter that says what has become of a disturbance."""
    said = [in_site_language(SENTENCES[what]), *([text] if text else [])]
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(SUBJECTS[what], {"title": title}),
        sentences=said,
        facts=[],
        why=in_site_language(WHY),
        links=[(in_site_language(LINK), link)],
    )


def examples(portal, request):
    """Return the Examples of these letters, see core/letters.py."""
    reader = Person("example", in_site_language(READER), "mia@example.org", True)
    title, text = "Drucken im Rathaus", "Der Druckserver wird neu gestartet, bis 11 Uhr."
    link = link_to(portal)
    made = {what: letter(portal, reader, what, title, text, link, "example") for what in TITLES}
    return [
        Example(f"disturbance-{what}", TITLES[what], one.subject, one.text, one.html)
        for what, one in made.items()
    ]
