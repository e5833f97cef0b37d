"""The gallery: the pictures of an exhibit, each with its description in words."""

from kommunalhub.core.vocabularies import titles_of
from kommunalhub.showroom import media
from kommunalhub.showroom.parts import ExhibitPart
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter


class Gallery(ExhibitPart):
    """Pictures in the order in which they stand in the exhibit."""

    order = 40
    template = ViewPageTemplateFile("templates/gallery.pt")

    def shown(self):
        return bool(media.media_of(self.context, "ExhibitPicture"))

    def render(self):
        return self.template()

    def pictures(self):
        """Return [{id, title, tag, words, credits, licence}]."""
        licences = titles_of("kommunalhub.showroom.licences")
        return [
            {
                "id": picture.getId(),
                "title": picture.Title(),
                "tag": self.tag(picture),
                "words": picture.alternative,
                "credits": picture.credits,
                "licence": licences.get(picture.licence),
            }
            for picture in media.media_of(self.context, "ExhibitPicture")
        ]

    def tag(self, picture):
        """Return the tag of a picture; its words stand beside it for everybody, so alt is short."""
        images = getMultiAdapter((picture, self.request), name="images")
        return images.tag("image", scale="large", alt=picture.Title(), title=None)
