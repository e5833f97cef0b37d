"""What may be put into an exhibit: said at the field, by form and REST alike."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.lib import pictures
from kommunalhub.lib.addresses import is_web_address as is_address
from kommunalhub.showroom import rules


#: Pictures are looked at in little: that they unpack is all that is asked.
LOOK = (64, 64)
MEGABYTE = 1024 * 1024
PICTURE = {
    "kind": _("error_exhibit_picture_kind", default="Please choose a JPEG, PNG or WebP picture."),
    "large": _(
        "error_exhibit_picture_large",
        default="The picture is larger than ${limit} MB or has too many points. Please make it "
        "smaller.",
        mapping={"limit": pictures.MOST_BYTES // MEGABYTE},
    ),
    "broken": _(
        "error_exhibit_picture_broken",
        default="The picture is incomplete or damaged. Please save it anew and try again.",
    ),
}


def is_picture(value) -> bool:
    """Constraint: a picture that can be shown."""
    if value.getSize() > pictures.MOST_BYTES:
        raise FieldError(PICTURE["large"])
    try:
        pictures.made_anew(value.data, LOOK)
    except pictures.PictureRefused as refused:
        raise FieldError(PICTURE[refused.reason]) from refused
    return True


def is_web_address(value) -> bool:
    """Constraint: an address to link to."""
    if not rules.is_link(value):
        raise FieldError(
            _(
                "error_exhibit_link",
                default="Please enter the whole address, beginning with https://.",
            )
        )
    return True


def are_sites(value) -> bool:
    """Constraint: addresses of sites, one a line, without anything behind the name."""
    wrong = [line for line in rules.lines_of(value) if not _is_site(line)]
    if wrong:
        raise FieldError(
            _(
                "error_exhibit_sites",
                default="Please write the address of a site only, for example "
                "„https://www.ostsee.example“. This is none: ${line}",
                mapping={"line": wrong[0][:100]},
            )
        )
    return True


def _is_site(line):
    return is_address(line) and rules.origin_of(line) is not None
