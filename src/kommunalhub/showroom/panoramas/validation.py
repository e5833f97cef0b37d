"""Sentences for what rules.py and the program refuse, and the constraint of the field."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.showroom.panoramas import process
from kommunalhub.showroom.panoramas import rules


SENTENCES = {
    rules.EMPTY: _(
        "error_panorama_empty", default="The file is empty. Please check it and choose it again."
    ),
    rules.KIND: _("error_panorama_kind", default="Please choose a picture (JPEG, PNG or WebP)."),
    rules.BROKEN: _(
        "error_panorama_broken",
        default="The picture is damaged or incomplete. Please choose another copy of it.",
    ),
    rules.HEAVY: _(
        "error_panorama_heavy",
        default="The picture takes too much memory or time to open. Please save it as an ordinary "
        "JPEG (not progressive), or smaller.",
    ),
    rules.UNSAFE: _(
        "error_panorama_unsafe",
        default="The picture is built as no common program writes it, and for safety it is not "
        "accepted. Please save it anew as JPEG.",
    ),
    rules.MISSING: _(
        "error_panorama_missing",
        default="The picture is missing on the server. Please upload it again.",
    ),
}


def sentence(bad):
    """Return what to tell about a rules.BadPanorama."""
    mapping = {"width": bad.width, "height": bad.height}
    if bad.problem == rules.LARGE:
        return _(
            "error_panorama_large",
            default="The picture has ${width} × ${height} points. At most ${most} × ${half} are "
            "possible; please save it smaller.",
            mapping=mapping | {"most": rules.MOST_WIDTH, "half": rules.MOST_WIDTH // 2},
        )
    if bad.problem == rules.SMALL:
        return _(
            "error_panorama_small",
            default="The picture has ${width} × ${height} points. It needs at least ${least} × "
            "${half}, or visitors see it blurred.",
            mapping=mapping | {"least": rules.LEAST_WIDTH, "half": rules.LEAST_WIDTH // 2},
        )
    if bad.problem == rules.RATIO:
        return _(
            "error_panorama_ratio",
            default="The picture has ${width} × ${height} points. A panorama all around is twice "
            "as broad as high (2:1); please save it so in the program of the camera.",
            mapping=mapping,
        )
    return SENTENCES[bad.problem]


def is_panorama(value) -> bool:
    """Constraint: a picture all around, whole and not too large; a child looks at it."""
    try:
        with value.open() as stream:
            process.look(stream)
    except rules.BadPanorama as bad:
        raise FieldError(sentence(bad)) from bad
    return True
