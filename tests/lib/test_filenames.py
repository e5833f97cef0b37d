"""Names of files without signs that turn or hide their letters."""

from kommunalhub.lib.filenames import shown

import pytest
import unicodedata


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rechnung\u202efdp.exe", "Rechnungfdp.exe"),
        ("\u2066Bescheid\u2069.pdf", "Bescheid.pdf"),
        ("a\x00b\x1b[31m.pdf", "ab[31m.pdf"),
        ("Zeile\r\nzwei.pdf", "Zeile zwei.pdf"),
        ("Fo\u0308rderung.pdf", "Förderung.pdf"),
        ("Gutachten  Dach.pdf", "Gutachten Dach.pdf"),
        ("Ver\u00adgabe\u200b.docx", "Vergabe.docx"),
        ("\u202e", ""),
        (None, ""),
    ],
)
def test_what_is_taken_out(name, expected):
    assert shown(name) == expected


def test_nothing_that_is_not_seen_stays():
    everything = "".join(map(chr, range(0x3000)))
    left = {unicodedata.category(sign) for sign in shown(everything)}
    assert left.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
