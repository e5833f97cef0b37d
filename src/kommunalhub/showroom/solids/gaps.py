"""What the objects of an exhibit lack before everybody may see it.

Description and licence are asked of every medium; here come the views, on which who cannot use the
viewer depends.
"""

from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.showroom import media
from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IGaps
from kommunalhub.showroom.rules import Gap
from kommunalhub.showroom.rules import SOLID
from kommunalhub.showroom.solids import views
from zope.component import adapter
from zope.interface import implementer


NO_SOLID = _("gap_solid_none", default="The 3D object is missing.")
NO_VIEWS = _(
    "gap_solid_views", default="„${title}“ has no described view for who cannot turn it around."
)
ONE_VIEW = _("gap_solid_few_views", default="„${title}“ would be easier to imagine by two views.")
NO_WORDS = _(
    "gap_view_words", default="The view „${view}“ of „${title}“ is not described in words."
)
NO_LICENCE = _("gap_view_licence", default="The view „${view}“ of „${title}“ has no licence.")
NO_MEASURES = _("gap_solid_measures", default="„${title}“ does not say how large it is.")


@implementer(IGaps)
@adapter(IExhibit)
class SolidGaps:
    """Objects, their views and measures."""

    def __init__(self, context):
        self.context = context

    def gaps(self):
        solids = media.media_of(self.context, "Solid")
        if not solids and self.context.kind == SOLID:
            yield Gap(NO_SOLID, "++add++Solid")
        for solid in solids:
            yield from self.gaps_of(solid)

    def gaps_of(self, solid):
        path, title = solid.getId(), solid.Title()
        found = views.of(solid)
        if not found:
            yield Gap(filled(NO_VIEWS, title=title), f"{path}/++add++SolidView")
        elif len(found) == 1:
            said = filled(ONE_VIEW, title=title)
            yield Gap(said, f"{path}/++add++SolidView", blocks=False)
        for view in found:
            where, names = f"{path}/{view.getId()}/edit", {"title": title, "view": view.Title()}
            if not (view.alternative or "").strip():
                yield Gap(filled(NO_WORDS, **names), where)
            if not (view.licence or solid.licence):
                yield Gap(filled(NO_LICENCE, **names), where)
        if not (solid.measures or "").strip():
            yield Gap(filled(NO_MEASURES, title=title), f"{path}/edit", blocks=False)
