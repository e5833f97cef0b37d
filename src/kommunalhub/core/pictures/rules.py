"""Where the eye of a picture is: pure."""

#: In percent, from the left and from the top; the middle where nobody said.
MIDDLE = 50


def full(focus):
    """Return (across, down) of a point of which somebody may have said nothing, or half.

    >>> full((30, 0)), full(None), full((None, 20))
    ((30, 0), (50, 50), (50, 20))
    """
    across, down = focus or (None, None)
    return (MIDDLE if across is None else across, MIDDLE if down is None else down)


def position(focus):
    """Return what CSS calls object-position: what stays in sight where a picture is cut.

    >>> position((30, 0)), position(None)
    ('30% 0%', '50% 50%')
    """
    across, down = full(focus)
    return f"{across}% {down}%"


def lacks_text(has_picture, text, is_decorative):
    """Return whether nobody said what a picture shows, nor that it shows nothing."""
    return has_picture and not is_decorative and not (text or "").strip()


def says_both(text, is_decorative):
    """Return whether a picture is said to show something and to be for decoration alone."""
    return bool(is_decorative and (text or "").strip())
