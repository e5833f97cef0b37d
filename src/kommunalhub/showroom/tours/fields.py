"""Ways and details as a field: over REST and from the house's forms they end in the same checks."""

from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.core.validation import FieldError
from kommunalhub.showroom.tours import records
from zope import schema
from zope.interface import implementer
from zope.schema.interfaces import IField


NAMES = {
    "target": _("label_way_target", default="Leads to"),
    "yaw": _("label_point_yaw", default="To the side, in degrees"),
    "pitch": _("label_point_pitch", default="Up or down, in degrees"),
    "words": _("label_way_words", default="The way in words"),
    "note": _("label_way_note", default="What else one should know"),
    "step_free": _("label_way_step_free", default="Without a step"),
    "title": _("label_detail_title", default="What it is"),
    "text": _("label_detail_text", default="What there is to say about it"),
}
WRONG = {
    "object": _("point_object", default="This must be an object."),
    "unknown": _("point_unknown", default="There is no such value."),
    "missing": _("point_missing", default="Please fill this in."),
    "text": _("point_text", default="This must be a text."),
    "number": _("point_number", default="This must be a whole number."),
    "choice": _("point_choice", default="This must be true, false or null."),
}
RANGE = _("point_range", default="Please write a number from ${least} to ${most}.")
LONG = _("point_long", default="Please shorten this to ${most} characters.")
AT = {
    records.WAY: _("point_at_way", default="Way ${number}, ${name}: ${problem}"),
    records.DETAIL: _("point_at_detail", default="Detail ${number}, ${name}: ${problem}"),
}
MANY = _("point_many", default="There is room for ${most} of these in a scene.")
NO_LIST = _("point_no_list", default="This must be a list of objects.")


class IPoints(IField):
    """A field that holds the ways or the details of a scene."""

    kind = schema.Choice(title="Kind of record", values=tuple(records.KINDS))


@implementer(IPoints)
class Points(schema.Field):
    """A list of plain dicts with the names of a record, see records.py."""

    def __init__(self, kind, **options):
        self.kind = kind
        super().__init__(
            **{"required": False, "missing_value": (), "defaultFactory": list, **options}
        )

    def _validate(self, value):
        super()._validate(value)
        self.read(value)

    def read(self, value):
        """Return the records of a list of dicts. Raises FieldError for the first that is wrong."""
        if not isinstance(value, list | tuple):
            raise FieldError(NO_LIST)
        most = records.MOST[self.kind]
        if len(value) > most:
            raise FieldError(filled(MANY, {"most": most}))
        found = []
        for number, sent in enumerate(value, start=1):
            record, wrong = records.read(self.kind, sent)
            if wrong:
                name, code = next(iter(wrong.items()))
                where = {"number": number, "name": NAMES.get(name, name or "–")}
                raise FieldError(filled(AT[self.kind], {**where, "problem": said(name, code)}))
            found.append(record)
        return tuple(found)


def said(name, code):
    """Return the sentence for what is wrong with a value."""
    if code == "range":
        most = records.BOUNDS[name]
        return filled(RANGE, {"least": -most, "most": most})
    if code == "long":
        return filled(LONG, {"most": records.LONGEST[name]})
    return WRONG[code]
