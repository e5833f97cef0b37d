"""What pages share on which two states of a page are compared: in line, or side by side."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.editorial.comparing.reading import differences
from kommunalhub.editorial.mustread.said import rows_of
from kommunalhub.lib import textdiff
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


INLINE, BESIDE = "inline", "beside"
LOOKS = {
    INLINE: _("compare_inline", default="In one text"),
    BESIDE: _("compare_beside", default="Side by side"),
}


class Comparing(OwnPage):
    """Says what `before` and `after` differ in; who inherits says which they are."""

    fields_html = ViewPageTemplateFile("templates/fields.pt")
    look_html = ViewPageTemplateFile("templates/look.pt")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    #: Other fields of the address that stay when the look is changed: [(name, value)].
    kept = ()

    @property
    def before(self):
        raise NotImplementedError

    @property
    def after(self):
        return self.context

    @property
    def look(self):
        wanted = self.field("look")
        return wanted if wanted in LOOKS else INLINE

    def looks(self):
        """Return [{value, title, url, current}]."""
        rest = "".join(f"&{name}={value}" for name, value in self.kept)
        return [
            {
                "title": title,
                "url": f"{self.url}?look={look}{rest}",
                "current": "true" if look == self.look else None,
            }
            for look, title in LOOKS.items()
        ]

    @cached_property
    def changed(self):
        """Return [{name, title, sections, halves, before, after}] of what differs."""
        return [
            {
                "name": one.name,
                "title": one.title,
                "sections": self.sections(one),
                "before": one.before,
                "after": one.after,
                "is_value": not one.sections and not one.pieces,
            }
            for one in differences(self.before, self.after, self.request)
        ]

    def sections(self, one):
        """Return rows of mustread.said.rows_of, each with `halves`: its pieces before and after."""
        if one.pieces:
            return [{"heading": None, "word": None, "before": None, **self.pieces(one.pieces)}]
        return [{**row, **self.pieces(row["pieces"])} for row in rows_of(one.sections)]

    def pieces(self, pieces):
        if self.look == INLINE:
            return {"pieces": pieces, "halves": None}
        return {
            "pieces": None,
            "halves": [
                [piece for piece in pieces if piece[0] != textdiff.IN],
                [piece for piece in pieces if piece[0] != textdiff.OUT],
            ],
        }
