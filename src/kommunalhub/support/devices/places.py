"""Where the device or space of a ticket has its page, for who may open it."""

from html import escape
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog


def page_of(ticket):
    """Return the address of the device or space that a ticket is about, None without a page."""
    uid = kept(ticket, "device_uid")
    found = catalog()(UID=uid) if uid else ()
    return found[0].getURL() if found else None


def as_link(url, text):
    return Html(f'<a href="{escape(url)}">{escape(str(text))}</a>')
