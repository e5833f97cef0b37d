"""The gallery: the pictures of an exhibit, each with its description in words."""

from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.showroom import rules
from kommunalhub.showroom.gallery.editor import EDITOR
from kommunalhub.showroom.gallery.operations import pictures_of
from kommunalhub.showroom.parts import ExhibitPart
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter


class Gallery(ExhibitPart):
    """Pictures in the order in which they stand in the exhibit.

    Where it is made of pictures, who makes it finds the beginning here, too.
    """

    order = 40
    template = ViewPageTemplateFile("templates/part.pt")

    def shown(self):
        begins = self.context.kind == rules.GALLERY and self.may_edit
        return begins or bool(pictures_of(self.context))

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
            for picture in pictures_of(self.context)
        ]

    @cached_property
    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    @property
    def editor_url(self):
        return f"{self.context.absolute_url()}/{EDITOR}"

    def tag(self, picture):
        """Return the tag of a picture; its words stand beside it for everybody, so alt is short."""
        images = getMultiAdapter((picture, self.request), name="images")
        alt = picture.Title()
        return images.tag("image", scale="large", alt=alt, title=None, loading="lazy")
