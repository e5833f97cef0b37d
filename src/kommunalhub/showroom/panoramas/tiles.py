"""What a viewer is told of a panorama, see interfaces.ITiles."""

from kommunalhub import _
from kommunalhub.showroom.panoramas import rules
from kommunalhub.showroom.panoramas import state
from kommunalhub.showroom.panoramas.interfaces import IPanoramic
from kommunalhub.showroom.panoramas.interfaces import ITiles
from kommunalhub.showroom.panoramas.validation import sentence
from zope.component import adapter
from zope.interface import implementer


VIEW = "@@kachel"


@implementer(ITiles)
@adapter(IPanoramic)
class Tiles:
    """Of what is kept on the thing."""

    def __init__(self, context):
        self.context = context
        has_one = getattr(context, "panorama", None) is not None
        self.cut = state.cut_of(context) if has_one else None

    @property
    def status(self):
        return self.cut.status if self.cut is not None else ""

    @property
    def percent(self):
        return self.cut.percent if self.cut is not None else 0

    @property
    def said(self):
        return said_of(self.cut)

    @property
    def is_ready(self):
        return self.status == state.READY

    @property
    def width(self):
        return self.cut.width if self.is_ready else 0

    @property
    def levels(self):
        return self.cut.levels if self.is_ready else ()

    @property
    def template(self):
        return self._address("{level}/{col}_{row}") if self.is_ready else None

    def picture(self, name):
        if not self.is_ready or name not in rules.PICTURES:
            return None
        width = rules.PICTURES[name]
        return {"url": self._address(name), "width": width, "height": width // 2}

    def as_data(self):
        levels = [{"width": one.width, "cols": one.cols, "rows": one.rows} for one in self.levels]
        found = {"status": self.status, "percent": self.percent, "said": self.said}
        found |= {"width": self.width, "levels": levels, "template": self.template}
        pictures = {name: self.picture(name) for name in rules.PICTURES}
        return found | {name: one and one["url"] for name, one in pictures.items()}

    def _address(self, steps):
        return f"{self.context.absolute_url()}/{VIEW}/{steps}?v={self.cut.mark}"


def said_of(cut):
    """Return the state of a state.Cut (or None) as a sentence."""
    if cut is None:
        return _("panorama_none", default="There is no panorama yet.")
    if cut.status == state.READY:
        return _("panorama_ready", default="The panorama is ready.")
    if cut.status == state.FAILED:
        return sentence(rules.BadPanorama(cut.problem, cut.width, cut.height))
    if cut.status == state.CUTTING:
        return _(
            "panorama_cutting",
            default="The panorama is being prepared: ${percent} % are done.",
            mapping={"percent": cut.percent},
        )
    return _("panorama_waiting", default="The panorama will be prepared in a moment.")
