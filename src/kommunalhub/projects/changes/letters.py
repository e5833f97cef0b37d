"""The letters about partners that do not take part any more, or after all."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.notices.address import link_to
from kommunalhub.notices.letters.writing import short
from kommunalhub.notices.letters.writing import write
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects.operations import section_of
from kommunalhub.projects.partnership import partners_of
from zope.i18nmessageid import Message


LEFT, NOT_JOINED = "left", "not-joined"
LINK = _("letter_project_public", default="What everybody may read of the projects")


@dataclass(frozen=True)
class Words:
    """What a letter says; sentences with ${partner}, ${title}, ${number} and ${lead}."""

    subject: Message
    sentences: tuple
    why: Message


WORDS = {
    LEFT: Words(
        _(
            "mail_subject_project_left",
            default="Your administration takes part no longer: ${title}",
        ),
        (
            _(
                "letter_project_left",
                default="${partner} takes part no longer in the project „${title}“ (${number}).",
            ),
            _(
                "letter_project_left_then",
                default="What was still open with you is up to the lead now: ${lead}. The page for "
                "the partners is closed to you; what is public you can go on reading.",
            ),
        ),
        _(
            "letter_project_left_why",
            default="You get this mail because your administration has taken part.",
        ),
    ),
    NOT_JOINED: Words(
        _(
            "mail_subject_project_not_joined",
            default="Your administration does not take part: ${title}",
        ),
        (
            _(
                "letter_project_not_joined",
                default="${partner} was to take part in the project „${title}“ (${number}). That "
                "has not come about.",
            ),
            _("letter_project_nothing_to_do", default="There is nothing left for you to do."),
        ),
        _(
            "letter_project_not_joined_why",
            default="You get this mail because your administration was asked for its consent.",
        ),
    ),
}


def letter(portal, person, project, partner, what, key):
    """Return the Letter to one of a partner. what: LEFT or NOT_JOINED."""
    lead = ", ".join(map(short_title_of, partners_of(project)[:1]))
    uid = project.UID()
    return letter_about(portal, person, project, partner, what, key, lead=lead, case=uid)


def letter_about(portal, person, project, partner, what, key, lead="", case=""):
    words = WORDS[what]
    facts = {
        "partner": short_title_of(partner),
        "title": short(project.Title()),
        "number": project.case_number or "",
        "lead": lead,
    }
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(words.subject, facts),
        sentences=[in_site_language(filled(one, facts)) for one in words.sentences],
        facts=[],
        why=in_site_language(words.why),
        links=[(in_site_language(LINK), link_to(portal, section_of(portal)))],
        case=case,
    )
