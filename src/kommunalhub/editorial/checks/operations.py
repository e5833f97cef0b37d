"""Look at a page, and give its pictures a text."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from hashlib import sha256
from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core.kept import kept
from kommunalhub.core.pictures import rules as pictures
from kommunalhub.editorial.checks import links
from kommunalhub.editorial.checks import rules
from kommunalhub.editorial.checks.interfaces import IOutlines
from kommunalhub.editorial.variants import reading as variants
from kommunalhub.editorial.variants.rules import PLAIN
from kommunalhub.editorial.variants.rules import SIGN
from plone.app.textfield.value import RichTextValue
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


#: Longer texts belong below the picture, not into it.
LONGEST_ALTERNATIVE = 300
TWINS = {PLAIN: rules.TWIN_PLAIN, SIGN: rules.TWIN_SIGN}


class Changed(Exception):
    """The text is another one than was looked at."""


def html_of(page):
    """Return the HTML that was written, empty where there is none."""
    text = getattr(page, "text", None)
    return text.raw or "" if isinstance(text, RichTextValue) else ""


def mark_of(page):
    """Return what tells one text of a page from another."""
    return sha256(html_of(page).encode()).hexdigest()[:16]


def hurdles_of(page):
    """Return the Findings that keep a page back."""
    found = [*_of_lead_picture(page), *rules.hurdles(html_of(page))]
    return _but_gaps_of_outlines(page, found)


def findings_of(page):
    """Return all Findings of a page: what must be mended, is promised, links, then advice.

    Links to what is internal are told where citizens read the page.
    """
    html = html_of(page)
    told = _but_gaps_of_outlines(page, [*_of_lead_picture(page), *rules.check(html)])
    twins = [rules.Finding(TWINS[kind]) for kind in variants.missing_of(page)]
    found = [*told, *twins, *links.findings(page, html, state_of(page) == PUBLIC)]
    return sorted(found, key=lambda one: rules.RULES.index(one.rule))


def _of_lead_picture(page):
    """Return what a picture lacks that was put on a page before it had to say what it shows."""
    text, is_decorative = kept(page, "image_alt"), kept(page, "image_decorative")
    lacks = pictures.lacks_text(kept(page, "image") is not None, text, is_decorative)
    return [rules.Finding(rules.LEAD_PICTURE)] if lacks else []


def _but_gaps_of_outlines(page, found):
    """Return what was found; pages to begin from keep their gaps."""
    if not IOutlines.providedBy(aq_parent(aq_inner(page))):
        return found
    return [one for one in found if one.rule != rules.GAP]


def set_alternatives(page, typed, mark):
    """Write what pictures show into the text of a page.

    typed: {number of the picture: text, None for decoration}. mark: see mark_of, of the text that
    was looked at. Raises Changed.
    """
    if mark != mark_of(page):
        raise Changed
    if not typed:
        return
    old = page.text
    raw = rules.with_alternatives(old.raw, typed)
    page.text = RichTextValue(raw, old.mimeType, old.outputMimeType)
    notify(ObjectModifiedEvent(page))
