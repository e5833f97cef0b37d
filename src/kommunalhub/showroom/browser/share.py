"""What is shown where somebody shares the address of an exhibit or a medium: from this site."""

from kommunalhub.core.kept import kept
from kommunalhub.core.pictures.interfaces import ISharedPicture
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.showroom import media
from kommunalhub.showroom.interfaces import IMedium
from kommunalhub.showroom.panoramas.interfaces import ITiles
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer


@implementer(ISharedPicture)
@adapter(IMedium, IKommunalhubLayer)
class SharedPicture:
    """A panorama in little, the own picture, or the poster of the exhibit."""

    def __init__(self, context, request):
        self.context, self.request = context, request

    def __call__(self):
        tiles = ITiles(self.context, None)
        found = tiles.picture("preview") if tiles is not None else None
        if found is not None:
            words = filter(None, (self.context.Title(), self.context.Description()))
            return {**found, "alt": ": ".join(words)}
        return self.picture_of(self.context) or self.picture_of(media.exhibit_of(self.context))

    def picture_of(self, thing):
        if thing is None or kept(thing, "image") is None:
            return None
        images = getMultiAdapter((thing, self.request), name="images")
        scale = images.scale("image", scale="large", pre=True)
        if scale is None:
            return None
        words = (thing.alternative or "").strip()
        return {"url": scale.url, "width": scale.width, "height": scale.height, "alt": words}
