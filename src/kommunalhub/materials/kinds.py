"""Kinds and sizes of materials as people read them."""

from babel.numbers import format_decimal
from kommunalhub import _
from kommunalhub.materials import rules


TITLES = {
    **{token: kind.title for token, kind in rules.KINDS.items()},
    "odt": _("kind_odt", default="OpenDocument text"),
    "odp": _("kind_odp", default="OpenDocument presentation"),
    rules.VIDEO: _("kind_video", default="Video"),
    rules.TEXT: _("kind_text", default="Text to read online"),
}


def kind_title(kind):
    """Return what to call a kind; an unknown one by its token."""
    return TITLES.get(kind, kind)


def size_text(size) -> str:
    """Return bytes as `48 KB` or `2,1 MB`; empty for none.

    >>> size_text(49_000), size_text(2_200_000), size_text(0)
    ('48 KB', '2,1 MB', '')
    """
    if not size:
        return ""
    if size < 1024 * 1024:
        return f"{max(round(size / 1024), 1)} KB"
    return f"{format_decimal(round(size / 1024 / 1024, 1), locale='de')} MB"
