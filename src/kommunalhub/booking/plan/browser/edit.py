"""@@raumplan-bearbeiten: a drawing, and where each space is on it; for the hub management.

Everything works with numbers and buttons alone: a place is typed, or chosen as a cell; plan.js
lets one drag it, and fills in the same fields.
"""

from dataclasses import replace
from functools import cached_property
from kommunalhub import _
from kommunalhub.booking.plan import operations
from kommunalhub.booking.plan import rules
from kommunalhub.booking.plan.operations import PlanRefused
from kommunalhub.booking.plan.rules import Place
from kommunalhub.booking.plan.sheet import sheet_of
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.lib.drawings import LARGEST
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


NUMBERS = ("x", "y", "width", "height")
LABELS = {
    "x": _("label_place_x", default="From the left"),
    "y": _("label_place_y", default="From the top"),
    "width": _("label_place_width", default="Width"),
    "height": _("label_place_height", default="Height"),
    "label": _("label_place_label", default="Name on the plan"),
    "drawing": _("label_drawing", default="Drawing (SVG)"),
    "text": _("label_drawing_text", default="What the drawing shows"),
}
#: Where a space is put that was not on the plan.
FRESH = Place(0, 0, 24, 16)
SAVED = _("message_plan_saved", default="The plan is saved.")
DRAWN = _("message_plan_drawn", default="The drawing is saved.")
LEFT_OUT = _(
    "message_plan_left_out",
    default="The drawing is saved. For the safety of all who look at it, these parts were left "
    "out: ${names}. Please check whether something is missing.",
)
TAKEN_OFF = _("message_plan_undrawn", default="The drawing is taken off; the places stay.")
ANEW = _("message_plan_anew", default="The plan is laid out by itself again.")
FILE_MISSING = _("drawing_missing", default="Please choose a file.")
CELL = _("plan_cell", default="Column ${column}, row ${row}")


class EditPlan(OwnPage):
    """One form for all places, one for the drawing."""

    template = ViewPageTemplateFile("templates/edit.pt")

    def __call__(self):
        self.errors = {}
        self.typed = {}
        return super().__call__()

    @cached_property
    def sheet(self):
        return sheet_of(self.context)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@raumplan-bearbeiten"

    @property
    def plan_url(self):
        return f"{self.context.absolute_url()}/@@raumplan"

    def style(self):
        return static_url("plan.css", self.site_url)

    def script(self):
        return static_url("plan.js", self.site_url)

    # What was sent.

    def post(self):
        try:
            if self.request.form.get("drawing") is not None:
                return self.take_drawing()
            if self.field("delete"):
                operations.take_off_drawing(self.context)
                return self.lead_to(self.url, TAKEN_OFF)
            if self.field("discard"):
                operations.lay_out_anew(self.context)
                return self.lead_to(self.url, ANEW)
            return self.place()
        except PlanRefused as refused:
            self.errors |= refused.errors
        self.request.response.setStatus(400)
        return self.template()

    def take_drawing(self):
        upload, text = self.request.form["drawing"], self.field("text")
        self.typed["text"] = text
        data = upload.read(LARGEST + 1) if getattr(upload, "filename", None) else b""
        if not data and self.sheet.has_drawing:
            operations.describe(self.context, text)
            return self.lead_to(self.url, DRAWN)
        if not data:
            raise PlanRefused({"drawing": FILE_MISSING} | operations.problems_of_text(text))
        found = operations.draw(self.context, data, text)
        if not found.left_out:
            return self.lead_to(self.url, DRAWN)
        return self.lead_to(self.url, filled(LEFT_OUT, {"names": ", ".join(found.left_out)}))

    def place(self):
        """Put all spaces where the form says, and the chosen one into a cell."""
        places = {uid: self.typed_place(uid) for uid in self.sheet.spaces}
        if self.errors:
            raise PlanRefused({})
        cell, picked = self.cell(), self.field("pick")
        if cell is not None and picked in places:
            places[picked] = rules.put_into(places[picked] or FRESH, *cell)
        operations.put(self.context, places)
        here = f"{self.url}?pick={picked}" if picked in places else self.url
        return self.lead_to(here, SAVED)

    def typed_place(self, uid):
        """Return the Place in the form, None for not on the plan; notes what is no number."""
        numbers = {}
        for name in NUMBERS:
            field = f"{name}-{uid}"
            self.typed[field] = text = self.field(field).strip()
            if text.isascii() and text.isdecimal() and len(text) < 4:
                numbers[name] = int(text)
            elif self.field(f"on-{uid}"):
                self.errors[field] = operations.WRONG["range"]
        self.typed[f"label-{uid}"] = label = self.field(f"label-{uid}").strip()
        self.typed[f"on-{uid}"] = on = self.field(f"on-{uid}")
        if not on or len(numbers) < len(NUMBERS):
            return None
        place = Place(**numbers)
        return replace(place, label="" if label == self.sheet.spaces[uid].Title() else label)

    def cell(self):
        """Return (column, row) of the cell that was chosen, or None."""
        column, _dash, row = self.field("cell").partition("-")
        if not (column.isdecimal() and row.isdecimal()):
            return None
        found = (int(column[:3]), int(row[:3]))
        return found if found[0] < rules.COLUMNS and found[1] < rules.ROWS else None

    # What is shown.

    def rows(self):
        """Return a row of fields for each space, in the order of the plan."""
        return [self.row(uid) for uid in (*self.sheet.order, *self.sheet.missing)]

    def row(self, uid):
        place = self.sheet.places.get(uid, FRESH)
        value = self.typed.get
        fields = [
            {
                "name": f"{name}-{uid}",
                "label": LABELS[name],
                "value": value(f"{name}-{uid}", str(getattr(place, name))),
                "wrong": self.errors.get(f"{name}-{uid}"),
            }
            for name in NUMBERS
        ]
        return {
            "uid": uid,
            "title": self.sheet.spaces[uid].Title(),
            "fields": fields,
            "label": value(f"label-{uid}", place.label),
            "label_wrong": self.errors.get(f"label-{uid}"),
            "on": bool(value(f"on-{uid}", uid in self.sheet.places)),
            "picked": uid == (self.field("pick") or self.first),
        }

    @cached_property
    def first(self):
        """UID of the space that is chosen to begin with: one that is not on the plan yet."""
        return next(iter((*self.sheet.missing, *self.sheet.order)), None)

    def spots(self):
        """Return what is on the plan, to look at."""
        return [
            {
                "uid": uid,
                "label": self.sheet.label(uid),
                "style": f"left:{place.x}%;top:{place.y}%;"
                f"width:{place.width}%;height:{place.height}%",
            }
            for uid in self.sheet.order
            for place in [self.sheet.places[uid]]
        ]

    def cells(self):
        """Return the cells, row by row: [{value, title}]."""
        return [
            {
                "value": f"{column}-{row}",
                "title": filled(CELL, {"column": column + 1, "row": row + 1}),
            }
            for row in range(rules.ROWS)
            for column in range(rules.COLUMNS)
        ]

    def shape(self):
        return f"aspect-ratio:100/{100 * self.sheet.height:.2f}"

    def drawing(self):
        if not self.sheet.has_drawing:
            return None
        digest = self.sheet.plan.digest
        return f"{self.context.absolute_url()}/@@raumplan-zeichnung?v={digest}"

    def text(self):
        plan = self.sheet.plan
        return self.typed.get("text", plan.text if plan is not None else "")

    def problems(self):
        """Return [{field, label, message}] of what is wrong, in the order of the page."""
        found = []
        for field, message in self.errors.items():
            name, _dash, uid = field.partition("-")
            title = self.sheet.spaces[uid].Title() if uid in self.sheet.spaces else None
            found.append({"field": field, "label": LABELS[name], "of": title, "message": message})
        return found

    def missing(self):
        """Return the names of spaces that are not on the plan."""
        return [self.sheet.spaces[uid].Title() for uid in self.sheet.missing]

    def crossed(self):
        """Return the names of pairs that lie on each other."""
        return [
            " / ".join(self.sheet.label(uid) for uid in pair)
            for pair in rules.in_the_way(self.sheet.places)
        ]
