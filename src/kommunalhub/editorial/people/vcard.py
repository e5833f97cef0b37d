"""A position as a vCard 4.0 (RFC 6350): what who asks may see of it. Pure."""

MEDIA_TYPE = "text/vcard"
#: Bytes of a line at most; longer ones go on in the next with a blank before.
LONGEST = 75


def card(fields):
    """Return a vCard as bytes; fields: [(property, text)], those without a text are left out.

    >>> found = card([("FN", "Soziales 1"), ("ORG", ["Malente", "Soziales"])])
    >>> print(found.decode().replace("\\r", ""))
    BEGIN:VCARD
    VERSION:4.0
    FN:Soziales 1
    ORG:Malente;Soziales
    END:VCARD
    <BLANKLINE>
    """
    lines = ["BEGIN:VCARD", "VERSION:4.0"]
    for name, value in fields:
        parts = value if isinstance(value, list) else [value]
        if any(parts):
            lines.append(f"{name}:{';'.join(map(escaped, parts))}")
    lines.append("END:VCARD")
    return b"".join(folded(line.encode()) + b"\r\n" for line in lines)


def escaped(text):
    r"""Return a text as the value of a property.

    >>> escaped("Wohngeld; Miete,\nLast")
    'Wohngeld\\; Miete\\,\\nLast'
    """
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def folded(line):
    """Return the bytes of a line in lines of 75 bytes, never within a letter."""
    pieces, room = [], LONGEST
    while len(line) > room:
        at = room
        while line[at] & 0xC0 == 0x80:  # a byte that goes on a letter
            at -= 1
        pieces.append(line[:at])
        line, room = line[at:], LONGEST - 1
    return b"\r\n ".join([*pieces, line])
