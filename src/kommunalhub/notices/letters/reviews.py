"""The letters about the upkeep of pages: what is to be reviewed, and what nobody looks after."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.notices.address import link_to
from kommunalhub.notices.letters.writing import short
from kommunalhub.notices.letters.writing import write


#: What is told: reviews of a function that are due, and a function without anybody.
DUE, NOBODY = "due", "nobody"
#: So many pages are named in a mail.
MOST_NAMED = 20
SUBJECTS = {
    DUE: _("mail_subject_reviews", default="Pages to review: ${count}"),
    NOBODY: _("mail_subject_nobody", default="Nobody looks after pages any more: ${who}"),
}
SENTENCES = {
    DUE: _("notice_reviews_due", default="Pages to review: ${count}. Responsible: ${who}."),
    NOBODY: _(
        "notice_nobody",
        default="There is nobody in “${who}” any more. Pages that it looks after: ${count}.",
    ),
}
HOW = {
    DUE: _(
        "letter_reviews_how",
        default="Please look whether they are still right. In “My cases” you keep a page as it is, "
        "change it or take it offline with one click.",
    ),
    NOBODY: _(
        "letter_nobody_how",
        default="Please put somebody into the group, or let another function be responsible for "
        "the pages.",
    ),
}
WHYS = {
    DUE: _("letter_reviews_why", default="You get this mail because you belong to it: ${who}."),
    NOBODY: _("letter_nobody_why", default="You get this mail because you look after the content."),
}
INBOX = _("heading_inbox", default="My cases")


def reviews_letter(portal, person, what, facts, pages, key):
    """Return the Letter. what: DUE or NOBODY; facts: {who, count}; pages: [(title, address)]."""
    links = [(short(title), address) for title, address in pages[:MOST_NAMED]]
    if what == DUE:
        links.append((in_site_language(INBOX), link_to(portal, view="inbox")))
    texts = (SENTENCES[what], HOW[what])
    return write(
        portal,
        person,
        "plain",
        key=key,
        subject=filled(SUBJECTS[what], facts),
        sentences=[in_site_language(filled(text, facts)) for text in texts],
        facts=[],
        why=in_site_language(filled(WHYS[what], facts)),
        links=links,
    )
