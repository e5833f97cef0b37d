"""The letter about a report that is missing."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.notices.address import link_to
from kommunalhub.notices.letters.writing import short
from kommunalhub.notices.letters.writing import write
from kommunalhub.projects.reports import operations


SUBJECT = _("mail_subject_project_report", default="Report of ${month} is missing: ${title}")
SENTENCE = _(
    "letter_project_report",
    default="the report of ${month} on the project „${title}“ (${number}) is not written yet.",
)
HINT = _(
    "letter_project_report_hint",
    default="What has happened is filled in already. Look it over, say how the project stands, "
    "and save: it takes two minutes.",
)
WHY = _(
    "letter_project_report_why",
    default="You get this mail because your administration leads it.",
)
LINK = _("letter_project_report_link", default="Write the report")


def letter(portal, person, project, month, key, link=None):
    """Return the Letter to one of those who lead a project."""
    facts = {
        "month": operations.title_of(month),
        "title": short(project.Title()),
        "number": project.case_number or "",
    }
    link = link or f"{link_to(portal, project)}/@@monatsbericht/{month}"
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(SUBJECT, facts),
        sentences=[in_site_language(filled(SENTENCE, facts)), in_site_language(HINT)],
        facts=[],
        why=in_site_language(WHY),
        links=[(in_site_language(LINK), link)],
        case=project.UID(),
    )
