"""A picture by its own address leads to its place in the gallery."""

from kommunalhub.showroom import media
from Products.Five import BrowserView


class PictureView(BrowserView):
    """Leads to the exhibit."""

    def __call__(self):
        exhibit = media.exhibit_of(self.context)
        url = exhibit.absolute_url() if exhibit is not None else self.context.absolute_url()
        target = f"{url}#{self.context.getId()}"
        return self.request.response.redirect(target, status=303)
