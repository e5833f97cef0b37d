"""The pages every hub gets: what the law asks for and what the hub offers.

`pages.toml` lists them, the texts stand beside it as HTML, with `${…}` where it matters whose hub
it is (identity.operations.words). A page that is there stays as the hub made it.
"""

from html import unescape
from kommunalhub.core.acting import as_builder
from kommunalhub.core.sections import ensure_folder
from kommunalhub.site.identity.operations import words
from pathlib import Path
from plone import api
from plone.app.textfield.value import RichTextValue
from string import Template

import tomllib


HERE = Path(__file__).parent


def entries():
    """Return the pages as dicts with `path`, `title`, `description`, in the order they are made."""
    with open(HERE / "pages.toml", "rb") as listed:
        return tomllib.load(listed)["page"]


def text_of(entry, said):
    """Return the HTML of a page; empty for folders.

    said: {name: HTML} of what stands in place of `${name}`.
    """
    if entry.get("folder"):
        return ""
    return Template((HERE / entry["text"]).read_text(encoding="utf-8")).substitute(said)


def ensure_pages(portal):
    """Make every page that is missing, public; what exists is left as it is."""
    said = words()
    with as_builder(portal):
        for entry in entries():
            about = unescape(Template(entry["description"]).substitute(said))
            *parents, id_ = entry["path"].split("/")
            container = portal.unrestrictedTraverse("/".join(parents)) if parents else portal
            if entry.get("folder"):
                ensure_folder(container, id_, entry["title"], about, state="public")
            elif id_ not in container.objectIds():
                _add_page(container, id_, entry, about, said)


def _add_page(container, id_, entry, about, said):
    container.invokeFactory("Document", id_, title=entry["title"], description=about)
    page = container[id_]
    page.text = RichTextValue(text_of(entry, said), "text/html", "text/x-html-safe")
    page.exclude_from_nav = entry.get("exclude_from_nav", False)
    page.reindexObject()
    api.content.transition(page, to_state="public")
