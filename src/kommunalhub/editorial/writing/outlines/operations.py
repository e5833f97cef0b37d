"""Make the folder of outlines, find them, begin a page from one."""

from kommunalhub.core.acting import as_builder
from kommunalhub.core.sections import disown
from kommunalhub.core.sections import ensure_folder
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.editorial.checks.interfaces import IOutlines
from pathlib import Path
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from zope.interface import alsoProvides

import tomllib


FOLDER = "vorlagen"
HERE = Path(__file__).parent / "texts"
#: So many are offered.
MOST = 50
KINDS = "text/html", "text/x-html-safe"


def ensure_outlines(portal):
    """Make the folder with the outlines that come along; one that is there stays as it is."""
    if FOLDER in portal.objectIds():
        return
    with as_builder(portal), open(HERE / "outlines.toml", "rb") as listed:
        told = tomllib.load(listed)
        folder = ensure_folder(
            portal, FOLDER, told["title"], told["description"], addable=["Document"]
        )
        disown(folder)
        alsoProvides(folder, IOutlines)
        folder.exclude_from_nav = True
        folder.reindexObject()
        for one in told["outline"]:
            html = (HERE / f"{one['id']}.html").read_text(encoding="utf-8")
            text = RichTextValue(html, *KINDS)
            page = createContentInContainer(folder, "Document", text=text, **one)
            api.content.transition(page, to_state="internal")


def outlines():
    """Return the brains of released outlines that who asks may read, in the folder's order."""
    folder = site().get(FOLDER)
    if folder is None:
        return []
    return catalog()(
        path={"query": "/".join(folder.getPhysicalPath()), "depth": 1},
        portal_type="Document",
        review_state=("internal", "public"),
        sort_on="getObjPositionInParent",
        sort_limit=MOST,
    )[:MOST]


def begin(place, uid, title):
    """Return a new page in a place, with the text of an outline; KeyError where there is none."""
    [brain] = [one for one in outlines() if uid == one.UID] or [None]
    if brain is None:
        raise KeyError(uid)
    text = brain.getObject().text
    raw = text.raw if text is not None else ""
    return createContentInContainer(place, "Document", title=title, text=RichTextValue(raw, *KINDS))
