"""The verbs of experience notes: make one of a case, find those of a programme."""

from collections import Counter
from kommunalhub import _
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core.acting import as_builder
from kommunalhub.core.language import in_site_language
from kommunalhub.core.sections import constrain_to
from kommunalhub.core.sections import disown
from kommunalhub.core.sections import ensure_folder
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.tools import thing_of
from kommunalhub.funding.lessons.notes import rules
from kommunalhub.funding.lessons.notes import workflow
from kommunalhub.funding.lessons.notes.interfaces import IFundingLesson
from kommunalhub.funding.lessons.notes.interfaces import ILessonFolder
from kommunalhub.funding.lessons.notes.interfaces import TEXTS
from kommunalhub.funding.lessons.notes.source import case_behind
from kommunalhub.funding.lessons.notes.source import Source
from plone.dexterity.utils import createContentInContainer
from zope.annotation.interfaces import IAnnotations
from zope.interface import alsoProvides
from zope.schema import getFieldNames


FOLDER = "erfahrungen"
#: The note that was made of a case, by its UID, in an annotation of the case.
KEY = "kommunalhub.funding.lesson"
#: From such states on others read a note.
RELEASED = ("internal", "public")


class Exists(ValueError):
    """There is a note of the case already."""


def ensure_section(portal):
    """Return `foerderung/erfahrungen`, made if it is missing."""
    section = portal["foerderung"]
    if FOLDER in section.objectIds():
        return section[FOLDER]
    with as_builder(portal):
        folder = ensure_folder(
            section,
            FOLDER,
            in_site_language(_("section_lessons", default="Experiences")),
            in_site_language(
                _(
                    "section_lessons_about",
                    default="What the administrations have learned from cases that are over.",
                )
            ),
            state="internal",
            layout="funding-lessons",
        )
        constrain_to(folder, [workflow.TYPE])
        disown(folder)
        alsoProvides(folder, ILessonFolder)
        folder.reindexObject()
    return folder


def folder():
    """Return the folder of the notes, None where it is not there."""
    return site().unrestrictedTraverse(f"foerderung/{FOLDER}", None)


def may_write(case):
    """Return whether who asks may make a note of a case now, whether or not there is one."""
    return asking.may(workflow.WRITE, case) and Source(case).outcome is not None


def lesson_of(case):
    """Return the note that was made of a case, whoever asks; None without one."""
    return thing_of(IAnnotations(case).get(KEY))


def make(case, values):
    """Make a note of a case, a draft of who asks, and return it. Raises Exists.

    values: {field of IFundingLesson: value}, looked at by the schema already.
    """
    if lesson_of(case) is not None:
        raise Exists(case.getId())
    author = asking.userid()
    fields = {name: values[name] for name in getFieldNames(IFundingLesson) if name in values}
    with as_builder(site()):
        lesson = createContentInContainer(folder(), workflow.TYPE, checkConstraints=False, **fields)
        disown(lesson)
        lesson.case_uid, lesson.author = case.UID(), author
        lesson.creators = (author,)
        lesson.manage_setLocalRoles(author, ["Owner"])
        tidy(lesson)
        lesson.reindexObject()
    IAnnotations(case)[KEY] = lesson.UID()
    return lesson


def case_of(lesson):
    """Return the case of a note for who may see that case, else None."""
    case = case_behind(lesson)
    return case if case is not None and asking.may("View", case) else None


def hide_author(lesson, hide):
    """Say that the hub has written a note, for as long as others read it; or who did."""
    if lesson.author is None:
        return
    lesson.creators = ("hub",) if hide else (lesson.author,)
    lesson.last_editor = "hub" if hide else lesson.author
    lesson.reindexObject(idxs=["Creator", "last_editor", "awaiting", "decided_by"])


def is_released(lesson):
    return state_of(lesson) in RELEASED


def tidy(lesson):
    """Forget of what stays on purpose what does not stand in the note any more."""
    kept = lesson.kept or ""
    standing = " ".join(getattr(lesson, name, None) or "" for name in TEXTS).casefold()
    lines = [line.strip() for line in kept.splitlines()]
    tidied = "\n".join(line for line in lines if line and line.casefold() in standing)
    if tidied != kept:
        lesson.kept = tidied


def left_out(case):
    """Return {field: [(piece, reason)]} of what a case says and what of it is left out."""
    source = Source(case)
    return {name: rules.marked(text, source.private) for name, text in source.texts.items()}


def counts(programmes):
    """Return {UID of a programme: how many notes about it who asks may read}, in one query."""
    if asking.is_anonymous() or not programmes:
        return Counter()
    brains = catalog()(
        portal_type=workflow.TYPE,
        review_state=RELEASED,
        lesson_programme=sorted(programmes),
    )
    return Counter(brain.funding_facts["programme"] for brain in brains)


def about(programme):
    """Return the brains of the notes about a programme, by its UID; the newest first."""
    if asking.is_anonymous():
        return []
    return catalog()(
        portal_type=workflow.TYPE,
        review_state=RELEASED,
        lesson_programme=programme,
        sort_on="effective",
        sort_order="descending",
    )
