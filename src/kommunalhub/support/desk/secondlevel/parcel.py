"""What goes along with a ticket that is handed over: with consent as it is, else reduced.

Never notes, never files; of a conversation the newest messages.
"""

from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.persons import name_of
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import thing_of
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.lib import redaction
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.partners.titles import short_title_of
from kommunalhub.support.desk.secondlevel import rules
from kommunalhub.support.learning import answers
from kommunalhub.support.whom import sides_of


#: So many messages go along, the newest of them.
MOST_SAID = 50


def lines_of(ticket, question, whole):
    """Return the rules.Lines that go along.

    whole: with consent; then nothing is left out but what is about whom it was reported for, who
    was not asked.
    """
    lines = [line for line in _lines(ticket, question) if line.text]
    if whole:
        return without_other(ticket, lines)
    known = redaction.Known(named_in(ticket))
    return [
        rules.Line(line.name, reduced(line, known), line.seq)
        for line in lines
        if line.name not in rules.PERSONAL
    ]


def without_other(ticket, lines):
    """Return lines without who reads along beside the one who has agreed, and their words."""
    other = kept(ticket, "for_user")
    if not other:
        return lines
    texts = (other, name_of(other), property_of(other, "email"))
    known = redaction.Known([(text, redaction.NAME) for text in texts if text])
    own = {entry["seq"] for entry in IJournal(ticket) if entry["actor"] == other}
    return [
        rules.Line(line.name, answers.without(line.text, known, line.seq in own), line.seq)
        for line in lines
        if line.name != rules.FOR_WHOM
    ]


def reduced(line, known):
    """Return the text of a line with what tells who somebody is left out.

    What a device is called is needed; of it only names go that are known.
    """
    if line.name in (rules.URGENCY, rules.CATEGORY, rules.PARTNER):
        return line.text
    return answers.without(line.text, known, guesses=line.name != rules.DEVICE)


def named_in(ticket):
    """Return [(text, reason)] of who has to do with a ticket, and who uses its device."""
    device = thing_of(kept(ticket, "device_uid"))
    user = kept(device, "person") if device is not None else None
    return [*answers.people_of(ticket), *([(user, redaction.NAME)] if user else [])]


def _lines(ticket, question):
    reporter, partner, sides = ticket.Creator(), stored_partner(ticket), sides_of(ticket)
    urgencies = titles_of("kommunalhub.support_urgencies")
    categories = titles_of("kommunalhub.support_categories")
    yield rules.Line(rules.QUESTION, question)
    yield rules.Line(rules.TITLE, ticket.title or "")
    yield rules.Line(rules.DESCRIPTION, ticket.description or "")
    yield rules.Line(rules.URGENCY, in_site_language(urgencies.get(ticket.urgency, "")))
    yield rules.Line(rules.CATEGORY, in_site_language(categories.get(ticket.category, "")))
    yield rules.Line(rules.DEVICE, ticket.device or "")
    yield rules.Line(rules.PARTNER, str(short_title_of(partner)) if partner else "")
    yield rules.Line(rules.REPORTER, name_of(reporter))
    yield rules.Line(rules.MAIL, property_of(reporter, "email"))
    yield rules.Line(rules.FOR_WHOM, ticket.for_whom or "")
    said = [entry for entry in IJournal(ticket) if entry["kind"] == entries.MESSAGE]
    for entry in said[-MOST_SAID:]:
        side = rules.ASKS if entry["actor"] in sides else rules.HELPS
        yield rules.Line(side, entry["comment"] or "", entry["seq"])
