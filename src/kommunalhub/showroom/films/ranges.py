"""Which bytes of a file a browser asks for (RFC 9110, 14). Pure."""

import re


_RANGE = re.compile(r"bytes=[ \t]*([0-9]{0,18})-([0-9]{0,18})[ \t]*", re.IGNORECASE)


class NotThere(ValueError):
    """The range begins behind the end of the file: 416."""


def asked(header, size, if_range=None, tag=None):
    """Return (start, end) of the bytes to send, end not counted; None for the whole file.

    header: Range. if_range: If-Range, by which a browser that has a part asks for the rest of the
    same file only; tag: the file's ETag. Several ranges at once are answered with the whole file.
    Raises NotThere.

    >>> asked("bytes=0-99", 1000), asked("bytes=900-", 1000), asked("bytes=-50", 1000)
    ((0, 100), (900, 1000), (950, 1000))
    >>> asked("bytes=0-1,5-6", 1000), asked("bytes=0-99", 1000, '"old"', '"new"')
    (None, None)
    """
    found = _RANGE.fullmatch(header or "")
    if found is None or not (found[1] or found[2]):
        return None
    if if_range is not None and if_range.strip() != tag:
        return None
    if not found[1]:
        length = int(found[2])
        if not length or not size:
            raise NotThere(header)
        return max(0, size - length), size
    start = int(found[1])
    if found[2] and int(found[2]) < start:
        return None  # no range at all
    if start >= size:
        raise NotThere(header)
    return start, min(int(found[2]) + 1, size) if found[2] else size
