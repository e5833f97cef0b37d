"""The bytes of a mail as they came, for support alone: to be saved, never shown by a browser."""

from kommunalhub.core.tools import site
from kommunalhub.support.mail import storage
from Products.Five import BrowserView
from zExceptions import NotFound


class Original(BrowserView):
    """@@mail-original?seq=: of a mail that is an entry of a ticket."""

    def __call__(self):
        number = self.request.form.get("seq")
        if not isinstance(number, str) or not number.isdecimal() or len(number) > 9:
            raise NotFound("seq")
        article = storage.article_of(self.context, int(number))
        name = f"{self.context.getId()}-{number}.eml"
        return send(self.request.response, article and article.original, name)


class ParkedOriginal(BrowserView):
    """@@parked-original?mail=: of a mail that waits."""

    def __call__(self):
        number = self.request.form.get("mail")
        store = storage.section_of(site())
        found = store is not None and isinstance(number, str) and store.parked.get(number)
        return send(self.request.response, found and found.original, f"{number}.eml")


def send(response, blob, name):
    """Send a mail as a file that no browser opens. Raises NotFound where there is none."""
    if not blob:
        raise NotFound("mail")
    response.setHeader("Content-Type", "application/octet-stream")
    response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Cache-Control", "no-store")
    with blob.open() as stream:
        return stream.read()
