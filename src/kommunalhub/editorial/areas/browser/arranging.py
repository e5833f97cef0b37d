"""@@bloecke-ordnen: the home as its readers have it, with buttons at each block."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import homeblocks as known
from kommunalhub.core.blocks import STEPS
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.editorial.areas import operations
from kommunalhub.editorial.areas import rules
from kommunalhub.editorial.areas.browser.home import AreaHome
from kommunalhub.editorial.areas.reading import shown_blocks
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from zExceptions import NotFound
from zope.i18n import translate


SWITCHES = {
    "show": {"shown": True},
    "hide": {"shown": False},
    "internal": {"internal": True},
    "public": {"internal": False},
}
SAVED = _("message_area_arranged", default="Done: this is how the page looks now.")
WRONG_HEADING = _(
    "error_area_heading",
    default="Please write a heading of up to ${n} characters.",
    mapping={"n": rules.LONGEST_HEADING},
)
WRONG_ROWS = _(
    "error_area_rows",
    default="Please write a whole number from 1 to ${n}.",
    mapping={"n": known.MOST_ROWS},
)


class Arrange(AreaHome, OwnPage):
    """Each button is a form of its own, so that everything works without a script."""

    template = ViewPageTemplateFile("templates/arranging.pt")

    @cached_property
    def blocks(self):
        return shown_blocks(self.context, self.request, everything=True)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@bloecke-ordnen"

    def cells(self, column):
        """Return what stands in a column: {block, html, first, last} of each that is shown."""
        shown = [one for one in self.blocks if one.placed.shown and one.column == column]
        return [
            {
                "block": block,
                "html": block(),
                "first": place == 0,
                "last": place == len(shown) - 1,
            }
            for place, block in enumerate(shown)
        ]

    def hidden(self):
        return [one for one in self.blocks if not one.placed.shown]

    def post(self):
        kind, act = self.field("kind"), self.field("act")
        names = operations.kinds()
        if kind not in names or act not in (*STEPS, *SWITCHES, "settings"):
            raise NotFound(act or "act")
        blocks = operations.blocks_of(self.context)
        if act in STEPS:
            blocks = rules.moved(blocks, names, kind, act)
        elif act in SWITCHES:
            blocks = rules.changed(blocks, kind, **SWITCHES[act])
        else:
            try:
                blocks = rules.changed(blocks, kind, **self.settings(kind))
            except ValueError as error:
                return self.lead_to(f"{self.url}#ordnen-{kind}", error.args[0], "error")
        try:
            operations.arrange(self.context, blocks, self.version())
        except operations.Overtaken as overtaken:
            return self.lead_to(self.url, overtaken.message, "error")
        return self.lead_to(f"{self.url}#ordnen-{kind}", SAVED)

    def lead_to(self, url, message=None, kind="info"):
        IStatusMessage(self.request).add(message, type=kind)
        self.request.response.redirect(url, status=303)
        return ""

    def version(self):
        sent = self.field("version")
        return int(sent) if sent.isdecimal() and len(sent) <= 9 else -1

    def settings(self, kind):
        """Return what was typed as values of Placed; raises ValueError with a sentence."""
        made = known.kinds()[kind]
        values = {}
        if made.has_heading:
            values["title"] = " ".join(self.field("heading").split())
            if len(values["title"]) > rules.LONGEST_HEADING:
                raise ValueError(WRONG_HEADING)
            if values["title"] == translate(made.title, context=self.request):
                values["title"] = ""
        if made.rows is not None:
            sent = self.field("rows")
            if not sent.isdecimal() or len(sent) > 3 or not 1 <= int(sent) <= known.MOST_ROWS:
                raise ValueError(WRONG_ROWS)
            values["rows"] = int(sent)
        return values
