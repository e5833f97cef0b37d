"""Names of files as people see them: without what turns or hides their letters."""

import re
import unicodedata


#: Control characters, marks that turn or hide letters (RLO: „Rechnung[RLO]fdp.exe“ shows as
#: „Rechnungexe.pdf“), halves of characters, and ends of lines.
TAKEN_OUT = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}


def shown(name) -> str:
    r"""Return a file name with nothing in it that is not seen as it is.

    >>> shown("Rechnung\u202efdp.exe"), shown(" Bescheid\u00a0 neu\x07.pdf ")
    ('Rechnungfdp.exe', 'Bescheid neu.pdf')
    """
    composed = unicodedata.normalize("NFC", name or "")
    seen = (
        " " if sign in "\t\r\n" else sign
        for sign in composed
        if sign in "\t\r\n" or unicodedata.category(sign) not in TAKEN_OUT
    )
    return re.sub(r"\s+", " ", "".join(seen)).strip()
