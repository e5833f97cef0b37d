"""What an administration is written when a position is left: its tasks have nobody."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import site
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import MANAGERS
from kommunalhub.notices.audience import Person
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.operations import post
from kommunalhub.partners.rules import group_id
from plone.uuid.interfaces import IUUID


SUBJECT = _("mail_subject_position_vacant", default="Nobody holds this position now: ${title}")
VACANT = _(
    "letter_position_vacant",
    default="the account of who held this position was deleted. Its tasks have nobody now. Please "
    "choose who does them, or take the position out of the directory.",
)
TASKS = _("label_position_tasks", default="Tasks")
WHY = _(
    "letter_position_why",
    default="You get this mail because you keep the positions of your administration.",
)


def keepers(partner, gone):
    """Return the Persons to tell: editors of an administration, else the hub management."""
    people = members_of(group_id(partner, "editors")) - {gone} or members_of(MANAGERS) - {gone}
    found = [
        Person(userid, name_of(userid), property_of(userid, "email") or "", True)
        for userid in sorted(people)
    ]
    return [person for person in found if person.email]


def tell_vacant(position, gone):
    """Write to who keeps a position that an account held which is gone."""
    portal = site()
    if settings_of(portal) is None:
        return
    url, tasks = link_to(portal, position), position.tasks or ()
    day = formatting.to_local(formatting.now()).date().isoformat()
    for person in keepers(position.partner, gone):
        key = f"position-vacant:{person.userid}:{IUUID(position)}:{day}"
        post(portal, letter(portal, person, position.title, tasks, url, key))


def letter(portal, person, title, tasks, url, key):
    """Return the Letter; tasks: texts; url: of the position."""
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(SUBJECT, {"title": title}),
        sentences=[in_site_language(VACANT)],
        facts=[(in_site_language(TASKS), ", ".join(tasks))] if tasks else [],
        why=in_site_language(WHY),
        links=[(title, url)],
    )
