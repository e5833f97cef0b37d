"""An object with its described views, on the page of its exhibit and on its own."""

from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.security.interfaces import ISourceNeeds
from kommunalhub.showroom import media
from kommunalhub.showroom.parts import ExhibitPart
from kommunalhub.showroom.solids import serving
from kommunalhub.showroom.solids import views
from kommunalhub.showroom.solids.small import small_of
from kommunalhub.showroom.solids.statics import SOURCES
from kommunalhub.showroom.solids.statics import statics
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.interface import implementer


class Shown(BrowserView):
    """One object. level: of its heading, 2 where it has none of its own."""

    template = ViewPageTemplateFile("templates/solid.pt")
    level = 3

    def __call__(self):
        return self.template()

    def facts(self):
        """Return {id, title, words, ...} of the object."""
        solid, licences = self.context, titles_of("kommunalhub.showroom.licences")
        small = small_of(solid)
        return {
            "id": solid.getId(),
            "title": solid.Title(),
            "words": solid.alternative,
            "measures": solid.measures,
            "material": solid.material,
            "made": solid.made,
            "credits": solid.credits,
            "licence": licences.get(solid.licence),
            "file": serving.address_of(solid),
            "size": views.size_text(solid.file.getSize()),
            "small": serving.small_address_of(solid),
            "small_size": views.size_text(small.size) if small is not None else None,
            "is_heavy": views.is_heavy(solid.file.getSize() if small is None else small.size),
            "viewer": statics.address("vendor/model-viewer.js"),
        }

    def views(self):
        """Return [{id, title, tag, words, turn, tilt, credits, licence}] of the views."""
        return [
            {
                "id": f"{self.context.getId()}-{view.getId()}",
                "title": view.Title(),
                "tag": self.tag(view),
                "words": view.alternative,
                "turn": view.turn,
                "tilt": view.tilt,
                "can_turn": view.turn is not None or view.tilt is not None,
            }
            for view in views.of(self.context)
        ]

    def tag(self, view):
        """Return the tag of a view; its words stand beside it for everybody, so alt is short."""
        images = getMultiAdapter((view, self.request), name="images")
        return images.tag("image", scale="large", alt=view.Title(), title=None, loading="lazy")


class WithStatics:
    """Who shows objects loads a style sheet and a small script; the viewer comes on demand."""

    def style(self):
        return statics.address("solids.css")

    def script(self):
        return statics.address("solids.js")


class SolidPart(WithStatics, ExhibitPart):
    """The objects of an exhibit."""

    order = 20
    pictured = True
    template = ViewPageTemplateFile("templates/part.pt")

    @cached_property
    def solids(self):
        return media.media_of(self.context, "Solid")

    def shown(self):
        return bool(self.solids)

    def render(self):
        return self.template()

    def objects(self):
        return [Shown(solid, self.request) for solid in self.solids]

    def structured(self):
        return {"associatedMedia": [structured(solid) for solid in self.solids]}

    def sources(self):
        return SOURCES


def structured(solid):
    """Return what search engines are told of an object."""
    return {
        "@type": "3DModel",
        "name": solid.Title(),
        "description": solid.alternative,
        "contentUrl": serving.address_of(solid),
        "encodingFormat": serving.MEDIA_TYPE,
    }


@implementer(ISourceNeeds)
class SolidView(WithStatics, BrowserView):
    """The page of an object."""

    def source_needs(self):
        return SOURCES

    @cached_property
    def exhibit(self):
        found = media.exhibit_of(self.context)
        if found is None:
            raise NotFound("exhibit")
        return found

    @cached_property
    def object(self):
        shown = Shown(self.context, self.request)
        shown.level = 2
        return shown

    @cached_property
    def may_edit(self):
        return asking.may("Modify portal content", self.context)


class ViewOfSolid(BrowserView):
    """A view by its own address leads to its place on the page of the object."""

    def __call__(self):
        solid = views.solid_of(self.context)
        if solid is None:
            raise NotFound("solid")
        target = f"{solid.absolute_url()}#{solid.getId()}-{self.context.getId()}"
        return self.request.response.redirect(target, status=303)
