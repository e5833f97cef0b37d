"""What a file is by how it begins: the one table of the house. Pure.

Which kinds somebody may send is another question, and so is whether the rest of a file keeps what
its beginning promises: uploads, materials and the readers of files ask that of their own.
"""

#: Bytes that have to be seen: a PDF may begin with lines of whatever sent it.
HEAD = 1024

#: Family of kinds -> how its files begin. "zip": Office files of today and what else is packed so;
#: "ole": Office files of before, and those of today with a password.
BEGINNINGS = {
    "zip": (b"PK\x03\x04", b"PK\x05\x06"),
    "ole": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
    "rtf": (b"{\\rtf",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG",),
    "tiff": (b"II*\x00", b"MM\x00*"),
}
PDF = b"%PDF-"
_MARK = b"\xef\xbb\xbf"  # of UTF-8, which some programs write before everything


def family_of(head):
    """Return the family of a file by its first bytes, or None for none that is known.

    >>> family_of(b"\\r\\n%PDF-1.7"), family_of(b"PK\\x03\\x04..."), family_of(b"Guten Tag")
    ('pdf', 'zip', None)
    """
    if PDF in head[:HEAD]:
        return "pdf"
    start = head.removeprefix(_MARK)
    for family, beginnings in BEGINNINGS.items():
        if start.startswith(beginnings):
            return family
    return None
