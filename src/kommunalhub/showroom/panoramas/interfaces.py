"""What others use of panoramas: the field, the marker, and what a viewer is told."""

from kommunalhub import _
from kommunalhub.showroom.panoramas.validation import is_panorama
from plone.namedfile.field import NamedBlobFile
from zope.interface import Attribute
from zope.interface import Interface


class IPanoramic(Interface):
    """Marks content whose field `panorama` (see panorama_field) is cut into tiles.

    A schema with that field extends it; its things need a UID.
    """


class ITiles(Interface):
    """Adapter of IPanoramic: what there is to see of its panorama, and where. Reads only.

    Addresses carry a mark of the content (`?v=`): browsers keep what is there for a year.
    """

    status = Attribute(
        '"" without a panorama; "waiting", "cutting", "ready" or "failed". Only when it is ready '
        "do the attributes below say anything."
    )
    percent = Attribute("How much of the work is done, 0 to 100.")
    said = Attribute("The status as a sentence for people, translatable; why it failed.")
    width = Attribute("Points of the panorama as it was sent; its height is half of it.")
    levels = Attribute(
        "Tuple of rules.Level(width, cols, rows), from the smallest on: as the viewer of spheres "
        "wants its `levels`. Tiles are squares of `edge` points."
    )
    template = Attribute("Address of a tile with {level}, {col} and {row} to be filled in.")

    def picture(name):
        """Return {url, width, height} of the whole in a size of rules.PICTURES, or None.

        "small" for lists and phones, "preview" for the text of a tour, "base" below the tiles.
        """

    def as_data():
        """Return all of it as plain values, for JSON and attributes of HTML.

        {status, percent, said, width, levels: [{width, cols, rows}], template, base, preview,
        small}; the last three addresses or None.
        """


def panorama_field():
    """Return the field for the picture. A file, no image: Plone unpacks images in the server."""
    return NamedBlobFile(
        title=_("label_panorama", default="Panorama (360° picture)"),
        description=_(
            "help_panorama",
            default="A JPEG, PNG or WebP that shows all around: twice as broad as high, 2,048 to "
            "16,384 points broad; from 6,000 on it is sharp on large screens too. Where it was "
            "taken is removed from it.",
        ),
        required=False,
        constraint=is_panorama,
    )
