"""How Plone's own types are released: all as approvals.pages says.

Files and pictures have no workflow: they are read where what they stand in is read.
"""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.approvals.pages import page_process
from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.approvals.pages import unless_decided
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.editorial.checks import said


FOR_SOME = _(
    "page_for_some",
    default="This page is for some people only. Publish it for everybody once nothing is chosen "
    "under “For whom” any more.",
)


def is_accessible(facts, actor):
    """Return Ok unless a page lacks what the law wants; what is public can be made internal."""
    hurdles = facts.extra.get("hurdles")
    if not hurdles or facts.state == PUBLIC:
        return OK
    return Denied(said.kept_back(hurdles), ("partner-editors",))


def is_for_all(facts, actor):
    """Return Ok unless a page is for some people only: the world is not some people."""
    return Denied(FOR_SOME, ("partner-editors",)) if facts.extra.get("narrow") else OK


def both(one, other):
    """Return the condition that two conditions make together."""
    return lambda facts, actor: one(facts, actor) and other(facts, actor)


def for_some(process):
    """Return a process of pages that may be for some people only: such a one is not published."""
    publish = process.acts["publish"]
    condition = both(publish.condition, unless_decided(is_for_all))
    return replace(process, acts={**process.acts, "publish": replace(publish, condition=condition)})


CHECK = ("seite-pruefen", _("action_to_page_check", default="Check page"))
PAGES = for_some(page_process("Document", condition=is_accessible, mended_at=CHECK))
NEWS = for_some(page_process("News Item", condition=is_accessible, mended_at=CHECK))
EVENTS = for_some(page_process("Event", condition=is_accessible, mended_at=CHECK))
LINKS = page_process("Link")
COLLECTIONS = page_process("Collection")
FOLDERS = page_process("Folder", passes=False)
