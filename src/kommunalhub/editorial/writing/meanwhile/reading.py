"""Marks of a page, and what differs between what is stored and what somebody typed."""

from hashlib import sha256
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.persons import name_of
from kommunalhub.editorial.checks.operations import html_of
from kommunalhub.lib import textdiff
from kommunalhub.lib.htmltext import text_of
from plone.app.textfield.interfaces import IRichTextValue
from plone.app.textfield.value import RichTextValue


def mark_of(page):
    """Return what tells one state of a page from another."""
    said = (page.title or "", page.description or "", html_of(page), str(page.modified().micros()))
    return sha256("\0".join(said).encode()).hexdigest()[:32]


def last_change(page):
    """Return {who, when} of the last change, for people."""
    who = kept(page, "last_editor")
    return {
        "who": name_of(who) if who else "",
        "when": formatting.moment(page.modified().asdatetime()),
    }


def keep_untouched(page, data):
    """Put the stored text back into what was extracted where a browser changed its lines alone.

    Forms send line ends as `\\r\\n` and swallow an empty first line; new texts get plain ones.
    """
    for key, value in data.items():
        if not IRichTextValue.providedBy(value):
            continue
        before, sent = html_of(page), _lines(value.raw)
        if key.rpartition(".")[2] == "text" and sent == _lines(before):
            data[key] = page.text or value
        elif sent != value.raw:
            data[key] = RichTextValue(sent, value.mimeType, value.outputMimeType)


def _lines(text):
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\n")


def differences(page, data):
    """Return [{name, pieces}] of the texts that differ: stored, and typed in a form.

    data: what z3c.form extracted. pieces: see lib.textdiff.
    """
    found = []
    for name in ("title", "description", "text"):
        typed = [value for key, value in data.items() if key.rpartition(".")[2] == name]
        if not typed:
            continue
        before = html_of(page) if name == "text" else getattr(page, name) or ""
        after = typed[0].raw if hasattr(typed[0], "raw") else typed[0] or ""
        if name == "text":
            before, after = text_of(before), text_of(after)
        pieces = textdiff.shortened(textdiff.pieces(before, after))
        if any(kind != textdiff.SAME for kind, _said in pieces):
            found.append({"name": name, "pieces": pieces})
    return found
