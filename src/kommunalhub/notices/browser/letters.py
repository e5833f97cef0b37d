"""Every letter of the site with made-up data, for those who look after its mail; none is sent."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import parts_of
from kommunalhub.core.letters import ILetterExamples
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import BadRequest
from zExceptions import NotFound
from zope.component import getUtilitiesFor


class Letters(OwnPage):
    """@@mail-letters: the list of letters; with `?letter=name` that one, as text and as HTML."""

    template = ViewPageTemplateFile("templates/letters.pt")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "no-store")
        if self.field("letter") and self.letter is None:
            raise NotFound(self.field("letter"))
        return super().__call__()

    def post(self):
        raise BadRequest("There is nothing to send.")

    @property
    def url(self):
        return f"{self.site_url}/@@mail-letters"

    def trail(self):
        settings = parts_of(self.context, self.request).settings()
        here = {"title": _("title_mail_letters", default="Wording of mails"), "url": self.url}
        return [*settings, *([here] if self.letter else [])]

    @cached_property
    def letters(self):
        """All Examples, by the part of the house that writes them."""
        rooms = sorted(getUtilitiesFor(ILetterExamples))
        return [one for _name, examples in rooms for one in examples(self.portal, self.request)]

    @cached_property
    def letter(self):
        """The Example that is to be shown, None for the list."""
        return next((one for one in self.letters if one.name == self.field("letter")), None)
