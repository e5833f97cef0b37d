"""Scales of a picture show its cut: Plone makes them, of what stays instead of the whole."""

from dataclasses import astuple
from io import BytesIO
from kommunalhub.core.kept import kept
from kommunalhub.core.pictures.cuts import rules
from PIL import Image
from plone.namedfile.adapters import ImageFieldScales
from plone.namedfile.scaling import DefaultImageScalingFactory
from plone.restapi.serializer.dxfields import ImageFieldSerializer
from plone.scale.storage import AnnotationStorage


FIELD = "image"
#: What is cut: drawings have no pixels, and of moving pictures one would be left.
KINDS = frozenset(("image/jpeg", "image/png", "image/webp"))
TURNS = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns to the left
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
#: So that what is scaled afterwards has lost nothing that one sees.
KEEPING = {"JPEG": {"quality": 95, "subsampling": 0}, "WEBP": {"lossless": True}, "PNG": {}}


def cut_of(thing, fieldname=FIELD):
    """Return the Cut of the picture of a thing; WHOLE of what is none, or is no such picture."""
    if fieldname != FIELD or getattr(kept(thing, FIELD), "contentType", None) not in KINDS:
        return rules.WHOLE
    return rules.of_values({name: kept(thing, name) for name in rules.FIELDS})


def tell_size(thing, fieldname, told):
    """Put the size of a picture as it is shown into what is told of it."""
    cut = cut_of(thing, fieldname)
    if not cut.is_whole:
        told["width"], told["height"] = rules.size(cut, kept(thing, FIELD).getImageSize())


def apply(cut, file):
    """Return the bytes of what stays of a picture.

    file: open, of one of KINDS.
    """
    with Image.open(file) as image:
        kind = image.format if image.format in KEEPING else "JPEG"  # MPO of telephones
        profile = image.info.get("icc_profile")
        shown = image.transpose(TURNS[cut.turn]) if cut.turn else image
        shown = shown.crop(rules.box(cut, image.size))
        made = BytesIO()
        shown.save(made, kind, icc_profile=profile, **KEEPING[kind])
    return made.getvalue()


class Shown:
    """A picture with the size of its cut, for those who reckon with it."""

    def __init__(self, image, cut):
        self.contentType = image.contentType
        self.getImageSize = lambda: rules.size(cut, image.getImageSize())


class CutFactory(DefaultImageScalingFactory):
    """Makes the scales of a picture that has a cut."""

    def get_original_value(self, fieldname=None):
        value = super().get_original_value(fieldname)
        cut = cut_of(self.context, fieldname or self.fieldname)
        return value if value is None or cut.is_whole else Shown(value, cut)

    def __call__(self, fieldname=None, mode="scale", height=None, width=None, **parameters):
        cut = rules.Cut(*parameters.pop("cut", ()))
        if cut.is_whole:
            plain = DefaultImageScalingFactory(self.context)
            return plain(fieldname, mode, height, width, **parameters)
        self.cut, image = cut, super().get_original_value(fieldname)
        if height is None and width is None:
            width, height = rules.size(cut, image.getImageSize())
        parameters = self.update_parameters(**parameters)
        for name in ("modified", "scale"):
            parameters.pop(name, None)
        with image.open() as file:
            made = self.handle_image(image, file, mode, height, width, **parameters)
        if made is None:  # no picture after all
            return None
        data, kind, dimensions = made
        value = type(image)(data, f"image/{kind.lower()}", image.filename)
        value.fieldname = fieldname
        return value, kind, dimensions

    def create_scale(self, data, mode, height, width, **parameters):
        return super().create_scale(apply(self.cut, data), mode, height, width, **parameters)


class CutStorage(AnnotationStorage):
    """Keeps scales by their cut too, so that another cut has addresses of its own."""

    def pre_scale(self, **parameters):
        return super().pre_scale(**self.with_cut(parameters))

    def scale(self, **parameters):
        return super().scale(**self.with_cut(parameters))

    def with_cut(self, parameters):
        cut = cut_of(self.context, parameters.get("fieldname"))
        return parameters if cut.is_whole else parameters | {"cut": astuple(cut)}


class CutScales(ImageFieldScales):
    """What the catalog knows of the scales."""

    def __call__(self):
        found = super().__call__()
        for told in found or ():
            tell_size(self.context, self.field.__name__, told)
        return found


class CutSerializer(ImageFieldSerializer):
    """What is told of them over REST."""

    def __call__(self):
        told = super().__call__()
        if told:
            tell_size(self.context, self.field.__name__, told)
        return told
