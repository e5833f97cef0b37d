"""The page of an exhibit: the text is the page, its media stand in it as parts."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.badges import badge_of
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.caching.revision import public_revision
from kommunalhub.core.kept import kept
from kommunalhub.core.reading import lasting
from kommunalhub.core.titles import type_title
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from kommunalhub.core.tools import tool
from kommunalhub.partners.titles import short_title_of
from kommunalhub.security.interfaces import ISourceNeeds
from kommunalhub.showroom import gaps
from kommunalhub.showroom import rules
from kommunalhub.showroom import workflow
from kommunalhub.showroom.browser.structured import structured
from kommunalhub.showroom.interfaces import IExhibitPart
from kommunalhub.showroom.parts import parts_of
from kommunalhub.showroom.vocabularies import KINDS
from Products.Five import BrowserView
from zope.component import getAdapters
from zope.component import getMultiAdapter
from zope.interface import implementer


#: What exhibits of a kind are made of.
MADE_OF = {
    rules.TOUR: "Scene",
    rules.PANORAMA: "Scene",
    rules.SOLID: "Solid",
    rules.FILM: "Film",
    rules.LIVE: "Film",
    rules.GALLERY: "ExhibitPicture",
}


@implementer(ISourceNeeds)
class ExhibitView(BrowserView):
    """What everybody reads; for who works on it also what is missing and how to add media."""

    @cached_property
    def parts(self):
        return parts_of(self.context, self.request)

    def source_needs(self):
        """Return what its parts load; asked of every answer, so worked out once for many."""
        if not asking.is_anonymous():
            return sources_of(self.context, self.request)
        return lasting_sources(self.context, self.request, self.changes)

    @cached_property
    def changes(self):
        """A text that changes with what is no content: only what is shown live does so."""
        return changes_of(self.context, self.request) if self.context.kind == rules.LIVE else ""

    def public_fingerprint(self):
        return self.changes

    def rendered(self):
        return [part.render() for part in self.parts]

    def structured(self):
        return structured(self.context, self.request, self.parts)

    @property
    def style(self):
        return static_url("showroom.css", site_url())

    def poster(self):
        """Return the tag of the poster, with its description in words; None without one.

        None too where the medium itself is seen at once: the same picture twice helps nobody.
        """
        if self.context.image is None or any(part.pictured for part in self.parts):
            return None
        images = getMultiAdapter((self.context, self.request), name="images")
        words = self.context.alternative
        return images.tag("image", scale="large", alt=words, title=None, fetchpriority="high")

    def kind(self):
        return KINDS.get(self.context.kind)

    def partner(self):
        return short_title_of(kept(self.context, "partner"))

    def state(self):
        return badge_of(workflow.TYPE, state_of(self.context))

    def is_internal(self):
        return state_of(self.context) == workflow.INTERNAL

    def text(self):
        text = self.context.text
        return text.output_relative_to(self.context) if text else None

    # For who works on it.

    @cached_property
    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    @property
    def may_complete(self):
        return asking.may(workflow.COMPLETE, self.context)

    def addable(self):
        """Return [{title, url, fits}] of what can be added; what it is made of comes first."""
        if not self.may_edit:
            return []
        fti = tool("portal_types")[workflow.TYPE]
        base = self.context.absolute_url()
        if not asking.may(workflow.ADD_PART, self.context):
            return []
        fitting = MADE_OF.get(self.context.kind)
        names = sorted(fti.allowed_content_types, key=lambda name: name != fitting)
        return [
            {"title": type_title(name), "url": f"{base}/++add++{name}", "fits": name == fitting}
            for name in names
        ]

    @cached_property
    def gaps(self):
        """Return [{said, url, look, word, needed, begins, until}] of what is missing.

        For who works or decides on it.
        """
        if not gaps.may_read(self.context):
            return []
        base = self.context.absolute_url()
        return [self.gap_shown(gap, base) for gap in gaps.gaps_of(self.context)]

    @cached_property
    def next_step(self):
        """Return what of it is best done next, to who may do it; None where nothing is needed."""
        found = [gap for gap in self.gaps if gap["look"] == "late" and gap["url"]]
        return min(found, key=lambda gap: not gap["begins"], default=None)

    def needed(self):
        """Return what of it is needed or promised."""
        return [gap for gap in self.gaps if gap["needed"]]

    def advice(self):
        """Return what of it would be better to have."""
        return [gap for gap in self.gaps if not gap["needed"]]

    def gap_shown(self, gap, base):
        if gap.keeps_back:
            word, look = _("gap_keeps_back", default="needed"), "late"
        elif gap.until is not None:
            word, look = _("gap_promised", default="follows"), "soon"
        else:
            word, look = _("gap_advice", default="better with it"), ""
        url = f"{base}/{gap.path}" if gap.path else base
        return {
            "said": gap.said,
            "url": url if self.may_edit or (gap.until and self.may_complete) else None,
            "word": word,
            "look": look,
            "needed": bool(look),
            "begins": gap.begins,
            "until": formatting.day(gap.until) if gap.until else None,
        }


def sources_of(exhibit, request):
    """Return the lines that the parts of an exhibit need, see ISourceNeeds."""
    return tuple(line for part in parts_of(exhibit, request) for line in part.sources())


def changes_of(exhibit, request):
    """Return what changes by the clock of all its parts, none of them asked what it shows."""
    parts = dict(getAdapters((exhibit, request), IExhibitPart))
    return ",".join(text for name in sorted(parts) if (text := parts[name].changes()))


@lasting(
    lambda exhibit, _request, changes: (
        site_url(),
        exhibit.UID(),
        str(public_revision(site())),
        changes,
    )
)
def lasting_sources(exhibit, request, changes):
    """Return the same for visitors, as long as nothing public and none of the changes does."""
    return sources_of(exhibit, request)
