"""What of an earlier version comes back, and which two are compared. Pure."""

#: Fields that come back: what a page says. State, audience, times, dates and settings do not.
RESTORED = (
    *("title", "description", "text", "subjects"),
    *("image", "image_alt", "image_decorative", "image_caption", "focus_x", "focus_y"),
    *("picture_turn", "cut_left", "cut_top", "cut_right", "cut_bottom"),
)
#: So many versions are listed, the newest ones.
MOST = 50
HIGHEST = 1_000_000


def chosen(value, numbers):
    """Return the number of a version that was asked for, None for what the page says now.

    Raises LookupError where there is no such version.

    >>> chosen("3", range(5)), chosen("", range(5))
    (3, None)
    >>> chosen("7", range(5))
    Traceback (most recent call last):
    LookupError: 7
    """
    if not value:
        return None
    if not value.isdecimal() or len(value) > 6 or int(value) not in numbers:
        raise LookupError(value)
    return int(value)


def before(numbers):
    """Return the number of the version before the newest one, None where there is none.

    >>> before([2, 1, 0]), before([0])
    (1, None)
    """
    found = sorted(numbers)[-2:-1]
    return found[0] if found else None


def ordered(one, other):
    """Return two numbers, the older one first; None, what the page says now, is the newest.

    >>> ordered(None, 2), ordered(1, 4)
    ((2, None), (1, 4))
    """
    if one is None or (other is not None and other < one):
        return other, one
    return one, other
