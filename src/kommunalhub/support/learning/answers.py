"""Answers made of solved tickets: a draft material, with what tells who somebody is left out.

The draft goes the way of every material: somebody else releases it, the search finds it, and it is
shown to who begins to report the same.
"""

from html import escape
from kommunalhub import _
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.lib import redaction
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.partners.membership import operator_partner
from kommunalhub.partners.rules import group_id
from kommunalhub.support import queue
from kommunalhub.support import workflow
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID

import re


#: What an answer is, where it stands, and the topic that makes it one of the frequent questions.
TYPE, FOLDER, TOPIC = "WorkshopMaterial", "materialien", "it_hilfe"
ADD = "kommunalhub: Add WorkshopMaterial"
RELEASED = ("internal", "public", "due_for_review")
TITLE, PROBLEM, SOLUTION = TEXTS = ("title", "problem", "solution")
#: What stands in a text where something was left out.
WORDS = {
    redaction.NAME: _("left_out_name", default="[name]"),
    redaction.MAIL: _("left_out_mail", default="[e-mail]"),
    redaction.PHONE: _("left_out_phone", default="[telephone]"),
    redaction.ACCOUNT: _("left_out_account", default="[account]"),
    redaction.NUMBER: _("left_out_number", default="[number]"),
    redaction.STREET: _("left_out_street", default="[address]"),
    redaction.BIRTH: _("left_out_birth", default="[date of birth]"),
    redaction.PLACE: _("left_out_place", default="[room]"),
    redaction.DEVICE: _("left_out_device", default="[device]"),
}
HEADINGS = (
    _("answer_problem", default="The problem"),
    _("answer_solution", default="What helped"),
)
#: A note of where something stands, such as „(L-D-014)“ behind the name of a device.
_NUMBERED = re.compile(r"[A-ZÄÖÜ0-9]+(?:[-/.][A-ZÄÖÜ0-9]+)+")


def shelf():
    """Return the folder that answers stand in, None where it is not there."""
    return site().unrestrictedTraverse(FOLDER, None)


def may_make(ticket):
    """Return whether who asks can make an answer of a ticket now."""
    folder = shelf()
    over = state_of(ticket) in queue.OVER
    return over and queue.helps() and folder is not None and asking.may(ADD, folder)


def texts_of(ticket):
    """Return {TITLE, PROBLEM, SOLUTION: text} as people have written them."""
    solved = [
        entry
        for entry in IJournal(ticket)
        if entry["kind"] == entries.TRANSITION and entry["action"] == workflow.RESOLVE
    ]
    return {
        TITLE: ticket.title or "",
        PROBLEM: ticket.description or "",
        SOLUTION: (solved[-1]["comment"] or "") if solved else "",
    }


def people_of(ticket):
    """Return [(text, reason)] of who took part, their colleagues, and whom it is about."""
    people = {entry["actor"] for entry in IJournal(ticket)} | set(ticket.listCreators())
    partner = stored_partner(ticket)
    if partner:
        people |= members_of(group_id(partner, "staff"))
    found = []
    for person in people - {None, ""}:
        texts = (person, name_of(person), property_of(person, "email"))
        found += [(text, redaction.NAME) for text in texts if text]
    if ticket.for_whom:
        found.append((ticket.for_whom, redaction.NAME))
    return found


def known_of(ticket):
    """Return the redaction.Known of a ticket: the people around it, its number, its device."""
    found = people_of(ticket)
    if kept(ticket, "case_number"):
        found.append((ticket.case_number, redaction.NUMBER))
    device = ticket.device or ""
    found += [(text, redaction.DEVICE) for text in (device, *_NUMBERED.findall(device)) if text]
    return redaction.Known(found)


def without(text, known, guesses=True):
    """Return a text with a word in the place of each private part; else of known ones alone."""
    words = {reason: in_site_language(word) for reason, word in WORDS.items()}
    found = redaction.find(text, known) if guesses else known.find(text)
    return redaction.without(text, found, words)


def private_in(texts, known):
    """Return the private parts that some texts still have, each once."""
    found = {}
    for text in texts:
        for span in redaction.find(text, known):
            found[text[span.start : span.end]] = None
    return list(found)


def make(ticket, title, problem, solution):
    """Return a new draft material of who asks, and note it with the ticket.

    It belongs to who runs the hub, so that somebody there releases it.
    """
    material = createContentInContainer(
        shelf(),
        TYPE,
        title=title,
        text=RichTextValue(markup_of(problem, solution), "text/html", "text/x-html-safe"),
        topics={TOPIC},
        material_language="de",
        partner=operator_partner(),
    )
    material.made_of = IUUID(ticket)
    ticket.answers = (*(kept(ticket, "answers") or ()), IUUID(material))
    return material


def markup_of(problem, solution):
    """Return both texts as HTML under headings, the first left out where it says nothing."""
    parts = []
    for heading, text in zip(HEADINGS, (problem, solution), strict=True):
        if text.strip():
            parts += [f"<h2>{escape(in_site_language(heading))}</h2>", *_paragraphs(text)]
    return "".join(parts)


def _paragraphs(text):
    for block in re.split(r"\n\s*\n", text.strip().replace("\r\n", "\n")):
        yield f"<p>{'<br>'.join(escape(line) for line in block.split(chr(10)))}</p>"


def answers_of(ticket):
    """Return the brains of the answers made of a ticket that who asks may see."""
    uids = kept(ticket, "answers")
    return catalog()(UID=list(uids), portal_type=TYPE) if uids else []


def ticket_of(content):
    """Return the brain of the ticket that something was made of, None for who may not see it."""
    uid = kept(content, "made_of")
    found = catalog()(UID=uid, portal_type=workflow.TYPE) if uid else ()
    return found[0] if found else None


def frequent():
    """Return the brains of all released answers that who asks may see."""
    return catalog()(portal_type=TYPE, material_topics=TOPIC, review_state=RELEASED)
