"""@@edit of an area: its facts; its title and colour are those of the administration."""

from kommunalhub import _
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.pictures.cuts import rules as cuts
from kommunalhub.core.pictures.cuts.interfaces import ICut
from kommunalhub.core.pictures.cuts.widget import CutFieldWidget
from kommunalhub.editorial.areas import operations
from kommunalhub.editorial.areas import pictures
from kommunalhub.editorial.areas import typed
from kommunalhub.editorial.areas.interfaces import IAreaFacts
from kommunalhub.editorial.areas.storage import area_of
from z3c.form.field import Fields
from z3c.form.form import Form


READ = {
    "week": typed.read_week,
    "specials": typed.read_specials,
    "contacts": typed.read_contacts,
    "links": typed.read_links,
}
WRITTEN = {
    "week": typed.write_week,
    "specials": typed.write_specials,
    "contacts": typed.write_contacts,
    "links": typed.write_links,
}
TEXTS = ("introduction", "note", "sign")
PICTURES = ("picture", "crest")
OVERTAKEN = _(
    "error_area_form_overtaken",
    default="Somebody has changed the area while you were writing. Please compare your texts with "
    "the page, and save once more.",
)
ROWS = {"introduction": 7, "contacts": 4, "week": 4, "specials": 4, "links": 4, "note": 4}


def fields_of_area():
    """Return the fields, those of the cut behind the picture that they are about."""
    first = ("introduction", "picture")
    facts, cut = Fields(IAreaFacts), Fields(ICut, prefix=ICut.__name__)
    cut["ICut.cut_bottom"].widgetFactory = CutFieldWidget
    return facts.select(*first) + cut + facts.omit(*first)


class AreaForm(ActingForm, Form):
    """All facts on one page; a picture stays unless another is chosen or it is taken away."""

    fields = fields_of_area()
    cut_picture = "picture"
    refusals = (operations.Wrong,)
    ignoreContext = False
    once = False
    label = _("heading_area_edit", default="Edit the area")

    @property
    def leave_url(self):
        return self.context.absolute_url()

    @property
    def cut_original(self):
        return pictures.original_url(self.context)

    def getContent(self):
        return values_of(area_of(self.context))

    def hidden(self):
        """Carry which area the person sees; shown again, the form carries how it is now."""
        return {**super().hidden(), "version": str(area_of(self.context).version)}

    def seen(self):
        sent = self.request.form.get("version")
        known = isinstance(sent, str) and sent.isdecimal() and len(sent) <= 9
        return int(sent) if known else -1

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        for name, rows in ROWS.items():
            self.widgets[name].rows = rows

    def act(self, data):
        values = {name: data[name] or "" for name in TEXTS}
        values |= {name: read(data[name]) for name, read in READ.items()}
        for name in PICTURES:
            if data[name] is not None:
                values[name] = data[name].data
            elif data[f"{name}_remove"]:
                values[name] = operations.REMOVE
        shown = pictures.cut_of(self.context)
        cut = cuts.of_values({name: data[f"ICut.{name}"] for name in cuts.FIELDS})
        if cut != shown:  # else it is the one of the picture before, where another comes
            values |= cuts.named(cut)
        values["picture_text"] = data["picture_text"]
        values["picture_decorative"] = data["picture_decorative"]
        try:
            operations.save(self.context, values, self.seen())
        except operations.Overtaken as overtaken:
            raise operations.Wrong({"introduction": OVERTAKEN}) from overtaken
        return self.context.absolute_url(), _("message_area_saved", default="Saved.")


def values_of(area):
    """Return what the fields show of an Area."""
    values = {name: getattr(area, name) for name in TEXTS}
    values |= {name: write(getattr(area, name)) for name, write in WRITTEN.items()}
    picture = area.picture
    cut = picture.cut if picture is not None else cuts.WHOLE
    return (
        values
        | cuts.named(cut)
        | {
            "picture": None,
            "picture_text": picture.text if picture is not None else "",
            "picture_decorative": picture is not None and not picture.text,
            "picture_remove": False,
            "crest": None,
            "crest_remove": False,
        }
    )


AreaFormPage = page_of(AreaForm)
