"""Places on the globe."""

import re


_NUMBER = r"(-?\d{1,3}(?:[.,]\d{1,8})?)"
_FORM = re.compile(rf"\s*{_NUMBER}\s*[,;]?\s+{_NUMBER}\s*|\s*{_NUMBER}\s*[,;]\s*{_NUMBER}\s*")


def point_of(text):
    """Return (latitude, longitude) as people copy them from a map, None for something else.

    >>> point_of("54.2928, 10.8886"), point_of("54,2928; 10,8886"), point_of("91, 10"), point_of("")
    ((54.2928, 10.8886), (54.2928, 10.8886), None, None)
    """
    found = _FORM.fullmatch(text or "")
    if not found:
        return None
    first, second = (float(one.replace(",", ".")) for one in found.groups() if one is not None)
    return (first, second) if abs(first) <= 90 and abs(second) <= 180 else None
