"""What an exhibit lacks: asked of all its media, and what each medium has to have."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.language import in_site_language
from kommunalhub.showroom import media
from kommunalhub.showroom import rules
from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IGaps
from zope.component import adapter
from zope.component import subscribers
from zope.interface import implementer


def gaps_of(exhibit):
    """Return the rules.Gaps of an exhibit and all its media, what keeps it back first."""
    found = [gap for one in subscribers((exhibit,), IGaps) for gap in one.gaps()]
    return rules.in_order(found)


#: Who works on an exhibit, decides on it or looks after it.
CARERS = frozenset({"Owner", "Editor", "Reviewer", "HubManager", "Manager"})


def may_read(exhibit):
    """Return whether who asks is told what an exhibit lacks."""
    return not asking.is_anonymous() and not CARERS.isdisjoint(asking.roles_on(exhibit))


def known(found):
    """Return what conditions and lists have to know of gaps, as plain values."""
    back = rules.keeping_back(found)
    if not back:
        return {}
    named = tuple(in_site_language(gap.said) for gap in back[: rules.NAMED])
    return {"gaps": named, "gaps_more": len(back) - len(named)}


@implementer(IGaps)
@adapter(IExhibit)
class OwnGaps:
    """What the exhibit itself has to say, and its poster."""

    def __init__(self, context):
        self.context = context

    def gaps(self):
        exhibit, edit = self.context, "edit"
        if not (exhibit.description or "").strip():
            yield rules.Gap(_("gap_exhibit_summary", default="The summary is missing."), edit)
        if not media.has_text(exhibit):
            yield rules.Gap(_("gap_exhibit_text", default="The text is missing."), edit)
        if exhibit.image is None:
            yield rules.Gap(_("gap_exhibit_poster", default="The poster is missing."), edit)
            return
        if not (exhibit.alternative or "").strip():
            yield rules.Gap(
                _("gap_poster_words", default="The poster has no description in words."), edit
            )
        if not exhibit.licence:
            yield rules.Gap(_("gap_poster_licence", default="The poster has no licence."), edit)


#: What exhibits of a kind are nothing without, and where it is brought; tours, objects and
#: livestreams say so themselves.
WITHOUT = {
    rules.FILM: ("Film", "++add++Film", _("gap_film_none", default="The film is missing.")),
    rules.GALLERY: (
        "ExhibitPicture",
        "@@bilder-bearbeiten",
        _("gap_gallery_none", default="There is no picture yet."),
    ),
}


@implementer(IGaps)
@adapter(IExhibit)
class MediaGaps:
    """What every medium needs: a description in words, who made it, a licence."""

    def __init__(self, context):
        self.context = context

    def gaps(self):
        portal_type, path, said = WITHOUT.get(self.context.kind, (None, None, None))
        if portal_type and not media.media_of(self.context, portal_type):
            yield rules.Gap(said, path)
        for medium in media.media_of(self.context):
            path = f"{medium.getId()}/edit"
            mapping = {"title": medium.Title()}
            if not (medium.alternative or "").strip():
                yield rules.Gap(
                    _(
                        "gap_medium_words",
                        default="„${title}“ has no description in words.",
                        mapping=mapping,
                    ),
                    path,
                )
            if not medium.licence:
                yield rules.Gap(
                    _("gap_medium_licence", default="„${title}“ has no licence.", mapping=mapping),
                    path,
                )
            if not (medium.credits or "").strip():
                yield rules.Gap(
                    _(
                        "gap_medium_credits",
                        default="„${title}“ does not say who has made it.",
                        mapping=mapping,
                    ),
                    path,
                    blocks=False,
                )
