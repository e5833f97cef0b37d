"""@@page-share: what others show where somebody shares the address of a page: public things only.

Every page in our frame may name it in its head.
"""

from functools import cached_property
from kommunalhub.core.caching.revision import is_public
from kommunalhub.core.kept import kept
from kommunalhub.core.pictures.interfaces import ISharedPicture
from kommunalhub.core.pictures.tags import facts_of
from kommunalhub.core.tools import site
from Products.Five import BrowserView
from zope.component import queryMultiAdapter


class Share(BrowserView):
    """The lines of the head; nothing of what somebody has to sign in for."""

    def __call__(self):
        return self.index() if is_public(self.context) else ""

    def site_title(self):
        return site().Title()

    def kind(self):
        return "article" if self.context.portal_type == "News Item" else "website"

    def published(self):
        if self.context.EffectiveDate() == "None":
            return None
        return self.context.effective().asdatetime().isoformat()

    @cached_property
    def picture(self):
        """{url, width, height, alt} of the picture to share, of the lead picture, or None."""
        own = queryMultiAdapter((self.context, self.request), ISharedPicture)
        if own is not None:
            return own()
        if kept(self.context, "image") is None:
            return None
        images = queryMultiAdapter((self.context, self.request), name="images")
        scale = images.scale("image", scale="large", pre=True) if images is not None else None
        if scale is None:
            return None
        return {
            "url": scale.url,
            "width": scale.width,
            "height": scale.height,
            "alt": facts_of(self.context)["alt"],
        }
