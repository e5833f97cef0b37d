"""The letter to who has said what is wrong with a page, once it is dealt with."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site
from kommunalhub.notices.address import link_to
from kommunalhub.notices.audience import Person
from kommunalhub.notices.letters.writing import short
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.operations import post


SUBJECT = _("mail_subject_report_done", default="What you told us about: ${page}")
THANKS = _(
    "letter_report_done",
    default="thank you for telling us about the page “${page}”. We have looked at it.",
)
FORGOTTEN = _(
    "letter_report_forgotten",
    default="We have deleted your address; nobody can answer to this mail.",
)
WHY = _("letter_feedback_why", default="You get this mail because you asked for an answer.")
TITLE = _("example_report_done", default="What a reader said of a page is dealt with")
WORD = _("example_report_word", default="The opening hours are right again.")
PAGE = _("example_page_two", default="Opening hours of the town hall")


def answer(page, report):
    """Write to who has reported something."""
    link = link_to(site(), page)
    post(site(), made(report.email, page.Title(), link, report.word, f"report-done:{report.id}"))


def made(email, title, link, word, key):
    """Return the Letter."""
    mapping = {"page": short(title)}
    said = [in_site_language(filled(text, mapping)) for text in (THANKS, FORGOTTEN)]
    if word:
        said.insert(1, word)
    return write(
        site(),
        Person("", "", email, False),
        "plain",
        key=key,
        subject=filled(SUBJECT, mapping),
        sentences=said,
        facts=[],
        why=in_site_language(WHY),
        links=[(short(title), link)],
    )


def examples(portal, request):
    """Return the Example of the letter."""
    title, word = in_site_language(PAGE), in_site_language(WORD)
    letter = made("mia@example.org", title, f"{link_to(portal)}/beispiel", word, "report:example")
    return [Example("report-done", TITLE, letter.subject, letter.text, letter.html)]
