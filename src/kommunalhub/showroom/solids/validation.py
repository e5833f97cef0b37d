"""What the gate refuses, as a sentence at the field; by form and REST alike."""

from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.core.validation import FieldError
from kommunalhub.showroom.solids import rules
from kommunalhub.showroom.solids.values import Refused
from zope.i18nmessageid import Message


SENTENCES = {
    "none": _(
        "error_solid_none",
        default="This is no GLB file, whatever its name says. Please export the object as „glTF "
        "binary (.glb)“.",
    ),
    "version": _(
        "error_solid_version",
        default="Only glTF 2.0 can be shown. Please export the object anew as „glTF 2.0 binary“.",
    ),
    "cut": _(
        "error_solid_cut",
        default="The file is incomplete: it refers to data that is not in it. Please export or "
        "transfer it again.",
    ),
    "broken": _(
        "error_solid_broken",
        default="The file is damaged or not made as the standard says. Please export it again.",
    ),
    "deep": _(
        "error_solid_deep",
        default="The description in the file is nested too deeply. Please export it again.",
    ),
    "long": _(
        "error_solid_long",
        default="The description in the file has more than 2 MB. Please join the parts of the "
        "object before you export it.",
    ),
    "large": _(
        "error_solid_large",
        default="The file is larger than ${limit} MB. Please reduce the number of triangles or the "
        "pictures in it before you export it.",
    ),
    "many": _(
        "error_solid_many",
        default="The object has too many triangles or parts. Please reduce it to at most a million "
        "triangles, in Blender by the modifier „Decimate“.",
    ),
    "empty": _("error_solid_empty", default="There is no surface in the file to look at."),
    "outside": _(
        "error_solid_outside",
        default="The file refers to other files or addresses. Please export it as one GLB with "
        "all pictures in it; nothing is loaded from elsewhere here.",
    ),
    "packed": _(
        "error_solid_packed",
        default="The file is packed with ${method}, for which a browser needs a further program. "
        "Please export it without compression, in Blender with the box „Compression“ unticked.",
    ),
    "extension": _(
        "error_solid_extension",
        default="The file uses „${name}“, which cannot be shown here. Please export it without "
        "extensions.",
    ),
    "texture_kind": _(
        "error_solid_texture_kind",
        default="A picture in the file is neither PNG nor JPEG. Please export it with one of both.",
    ),
    "texture_broken": _(
        "error_solid_texture_broken",
        default="A picture in the file is damaged. Please export it again.",
    ),
    "texture_large": _(
        "error_solid_texture_large",
        default="A picture in the file is ${side} pixels long; ${limit} are enough and what phones "
        "can hold. Please make it smaller before you export the object.",
    ),
}


def is_solid(value) -> bool:
    """Constraint: a file that the viewer can show without asking anybody."""
    if value.getSize() > rules.MOST_BYTES:
        raise FieldError(sentence(Refused("large", limit=rules.MOST_BYTES // rules.MEGABYTE)))
    try:
        rules.examined(value.data)
    except Refused as refused:
        raise FieldError(sentence(refused)) from refused
    return True


def sentence(refused: Refused) -> Message:
    """Return what to tell about a file that was refused."""
    return filled(SENTENCES[refused.reason], refused.mapping)
