"""The verbs of the public page: release it, take it back, let it follow the project.

Cards lie on the section, which everybody may see: who reads one needs no right on the project, and
has no way from it to what the partners keep to themselves.
"""

from BTrees.OOBTree import OOBTree
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import EDITED
from kommunalhub.core import formatting
from kommunalhub.core.caching.revision import advance
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import site
from kommunalhub.projects import rules as projects
from kommunalhub.projects import workflow
from kommunalhub.projects.book import storage
from kommunalhub.projects.operations import section_of
from kommunalhub.projects.partnership import partners_of
from kommunalhub.projects.public import rules
from kommunalhub.search.interfaces import INDEX as FULL_TEXT
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.projects.public"
RELEASED = _("project_public_released", default="Public page released")
TAKEN_BACK = _("project_public_taken_back", default="Public page taken back")
OWN_TEXT = _(
    "error_project_own_text",
    default="You were the last to change this project, so someone else releases its public page.",
)
NOT_YET = _(
    "error_project_public_not_yet",
    default="A project is shown to the public once all partners have agreed on it.",
)


class NotReleased(ValueError):
    """What cannot be released; args[0] says why (translatable)."""


def values_of(project):
    """Return what a project says now, as far as the public may know it."""
    related = [relation.to_object for relation in project.related or ()]
    values = {name: getattr(project, name, None) for name in rules.TEXTS}
    return values | {
        "state": workflows.state_of(project),
        "theme_fields": tuple(sorted(project.theme_fields or ())),
        "partners": partners_of(project),
        "start": project.start,
        "end": project.end,
        "related": tuple(one.UID() for one in related if one is not None),
        "number": kept(project, "case_number"),
        "day": formatting.to_local(formatting.now()).date(),
    }


def card_of(project, texts=None):
    """Return the card of a project; texts: released ones, else those of now, for a look at it."""
    values = values_of(project)
    milestones = projects.in_order(storage.book_of(project).rows(storage.MILESTONE))
    return rules.card(values if texts is None else texts, values, milestones)


def release(project):
    """Release the texts of now. Raises NotReleased."""
    me = current_actor()
    if me.userid == kept(project, "last_editor") and not me.unattended:
        raise NotReleased(OWN_TEXT)
    if workflows.state_of(project) not in workflow.TOLD:
        raise NotReleased(NOT_YET)
    book, texts = storage.ensured_book(project), rules.released(values_of(project))
    if book.released != texts:
        book.released = texts
        book.writes += 1
        _note(project, RELEASED)
    refresh(project)


def take_back(project):
    """Let the public page be gone; return whether there was one."""
    book = storage.book_of(project)
    if book.released is None:
        return False
    book.released = None
    book.writes += 1
    forget(project)
    _note(project, TAKEN_BACK)
    return True


def refresh(project):
    """Let the card of a project say where it stands now; nothing where it has none."""
    texts, section = storage.book_of(project).released, section_of(site())
    if texts is None or section is None:
        return
    cards, found = ensured_on(section, KEY, OOBTree), card_of(project, texts)
    before = cards.get(project.getId())
    if before is None or {**before, "day": None} != {**found, "day": None}:
        cards[project.getId()] = found
        _cards_changed(section)


def forget(project):
    """Take the card of a project away."""
    section = section_of(site())
    cards = IAnnotations(section).get(KEY) if section is not None else None
    if cards and project.getId() in cards:
        del cards[project.getId()]
        _cards_changed(section)


def _cards_changed(section):
    """Let pages that are kept be drawn anew, and the search find what the cards say now."""
    advance(site())
    section.reindexObject(idxs=[FULL_TEXT])


def cards_of(section):
    """Return {id of a project: card} of all public projects; read by everybody."""
    found = IAnnotations(section).get(KEY)
    return dict(found) if found else {}


def _note(project, message):
    IJournal(project).append(EDITED, current_actor().userid, comment=in_site_language(message))
    project.reindexObject(idxs=["awaiting", "modified"])
