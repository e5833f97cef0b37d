"""@@seite-pruefen: what a page lacks, and the texts of its pictures mended on the spot."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.editorial.checks import operations
from kommunalhub.editorial.checks import rules
from kommunalhub.editorial.checks import said
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


LONG = _("check_alternative_long", default="At most ${most} letters. The rest belongs below it.")
BOTH = _("check_alternative_both", default="Decoration has no text. Please choose one of the two.")
CHANGED = _(
    "check_changed",
    default="Somebody has changed the text in the meantime. Please look at it once more.",
)
SAVED = _("check_saved", default="The pictures say what they show now.")


class CheckPage(OwnPage):
    """Looks at what is written, each time it is asked for; keeps nothing of it."""

    template = ViewPageTemplateFile("templates/page.pt")

    def __call__(self):
        self.errors = {}
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@seite-pruefen"

    @property
    def edit_url(self):
        return f"{self.context.absolute_url()}/edit"

    @property
    def mark(self):
        return operations.mark_of(self.context)

    @cached_property
    def found(self):
        return operations.findings_of(self.context)

    def groups(self):
        """Return [{name, rows}]: what keeps the page back, then what is advised."""
        parts = {"must": True, "should": False}
        groups = [
            {"name": name, "rows": [self.row(one) for one in self.found if one.must == must]}
            for name, must in parts.items()
        ]
        return [group for group in groups if group["rows"]]

    def row(self, one):
        is_picture = one.rule == rules.PICTURE
        return {
            "what": said.what(one),
            "how": said.how(one),
            "place": one.place,
            "quote": "" if one.rule in said.QUOTED else one.quote,
            "picture": self.picture(one) if is_picture else None,
        }

    def picture(self, one):
        name = f"picture-{one.number}"
        return {
            "name": name,
            "src": self.sources[one.number],
            "typed": self.field(name),
            "decoration": bool(self.field(f"{name}-decoration")),
            "error": self.errors.get(one.number),
        }

    @cached_property
    def sources(self):
        """Return the addresses of the pictures, as the page shows them."""
        shown = getattr(self.context.text, "output", None) or ""
        found = [image.get("src") or "" for image in rules.tree_of(shown).iter("img")]
        wanted = len(list(rules.tree_of(operations.html_of(self.context)).iter("img")))
        return found if len(found) == wanted else [""] * wanted

    def post(self):
        typed = self.typed()
        if self.errors:
            self.request.response.setStatus(400)
            return self.template()
        try:
            operations.set_alternatives(self.context, typed, self.field("mark"))
        except operations.Changed:
            return self.lead_to(self.url, CHANGED)
        return self.lead_to(self.url, SAVED if typed else None)

    def typed(self):
        """Return {number of a picture: its text, None for decoration} of what was filled in."""
        typed = {}
        for one in self.found:
            if one.rule != rules.PICTURE:
                continue
            text = " ".join(self.field(f"picture-{one.number}").split())
            is_decoration = bool(self.field(f"picture-{one.number}-decoration"))
            if text and is_decoration:
                self.errors[one.number] = BOTH
            elif len(text) > operations.LONGEST_ALTERNATIVE:
                mapping = {"most": operations.LONGEST_ALTERNATIVE}
                self.errors[one.number] = filled(LONG, mapping)
            elif text or is_decoration:
                typed[one.number] = text or None
        return typed
