"""What is private by the way it is written: addresses, numbers, and names behind a greeting.

Each pattern has one group `it`, which is what is left out, and stays linear on any text: what may
repeat is bounded.
"""

from kommunalhub.lib.redaction.spans import ACCOUNT
from kommunalhub.lib.redaction.spans import BIRTH
from kommunalhub.lib.redaction.spans import MAIL
from kommunalhub.lib.redaction.spans import NAME
from kommunalhub.lib.redaction.spans import NUMBER
from kommunalhub.lib.redaction.spans import PHONE
from kommunalhub.lib.redaction.spans import Span
from kommunalhub.lib.redaction.spans import STREET

import re


_PARTS = {
    # one blank, also one that does not break
    "_": r"[ \u00a0]",
    "BOX": r"[^\s<>()\[\]{},;:\"„“@]",
    "CAPITAL": r"[A-ZÄÖÜÀ-ÖØ-Þ][^\W\d_]{1,40}(?:-[A-ZÄÖÜ][^\W\d_]{1,40}){0,3}",
    "TITLES": r"(?:(?:Dr|Prof|med|Dipl|Ing)\b\.?[ -]?){0,4}",
    "NOBLE": r"(?:(?:von|van|de|der|zu|vom)\s){0,3}",
}


def _pattern(text):
    for name, part in _PARTS.items():
        text = text.replace(f"<{name}>", part)
    return re.compile(text, re.VERBOSE)


_MAIL = _pattern(r"""
    (?P<it> <BOX>{1,64} (?: @ | \s?[(\[](?:at|AT|ät)[)\]]\s? ) <BOX>{1,200} \.[A-Za-z]{2,20} )
    (?![A-Za-z])
""")
_IBAN = _pattern(r"""
    (?<!\w)
    (?P<it> [A-Za-z]{2}\d{2} (?:<_>?[A-Za-z0-9]{4}){3,7} (?:<_>?\w{1,4})? )
    (?!\w)
""")
_PHONES = (
    # +49 4361 498-0
    _pattern(r"(?<![\w.,/-]) (?P<it> (?:\+|00)\d{1,3}[\d\ \u00a0()/.–-]{5,22}\d ) (?!\w)"),
    # 04361/498-0
    _pattern(r"""
        (?<![\w.,/+-])
        (?P<it> \(?0\d{1,5}\)? [\ \u00a0/.–-]{1,3} \d[\d\ \u00a0/–-]{1,16}\d )
        (?!\w|\.\d)
    """),
    # 01701234567; shorter ones are numbers of errors
    _pattern(r"(?<![\w.,/+-]) (?P<it> 0\d{8,14} ) (?!\w)"),
    # Durchwahl 45
    _pattern(r"""
        (?<!\w)
        (?i:tel(?:efon(?:nummer)?)?|durchwahl|dw|app(?:arat)?|nst|nebenstelle|mobil|handy|fax)\b
        [.:]* <_>* (?:[Nn]r\.?|ist|lautet)? <_>*
        (?P<it> [+(]?\d[\d\ \u00a0()/–-]{0,20}\d )
        (?!\w)
    """),
)
_NUMBER = _pattern(r"""
    (?<!\w)
    (?i:
        az\.?|aktenzeichen|gesch(?:\.|äfts)-?z(?:eichen|\.)?|gz\.?|kennzeichen
        |[^\W\d_]{0,30}
         (?:kunden|vertrags|rechnungs|bestell|personal|steuer|versicherungs|serien|inventar
         |vorgangs|ticket|mitglieds|ausweis|konto|geräte)-?(?:nummer|nr\.?|id)
        |(?:vorgang|ticket|fall|akte|vertrag)(?:s?nr\.?)?
    )
    (?!\w) <_>* [:\#.]* <_>* (?:lautet|ist|[Nn]r\.?)? <_>*
    (?P<it>
        (?:[IVX]{1,5}|\w{1,6})? [\ \u00a0./-]?
        (?=[\w./-]{0,30}\d) [\w./-]{2,30}\w (?:<_>-?<_>?\d[\w./-]{0,20}\w){0,4}
    )
""")
_STREET = _pattern(r"""
    (?<!\w)
    (?P<it>
        (?:
            (?:Am|An\ der|An\ den|Auf\ dem|Auf\ der|Im|In\ der|Zum|Zur
            |Alte[rs]?|Neue[rs]?|Lange[rs]?|Kurze[rs]?|Große[rs]?|Kleine[rs]?)<_>
        )?
        (?:
            [A-ZÄÖÜ][\w-]{0,40}
            (?:straße|strasse|str\.|weg|platz|allee|ring|gasse|damm|ufer|chaussee|markt|stieg
            |redder|kamp|twiete|koppel|gang|berg|hof)
            |(?:[A-ZÄÖÜ]\w{1,30}er<_>)?
            (?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring|Damm|Chaussee|Markt|Berg)
        )
        <_>{1,3} \d{1,3} (?:<_>?[a-h](?!\w))? (?:[–-]\d{1,3})?
        (?:,?[\ \u00a0\n]{1,3}\d{5}<_>[A-ZÄÖÜ][\w-]{1,40})?
    )
    (?!\w|,\d)
""")
_BIRTH = _pattern(r"""
    (?<!\w) (?i:geb(?:oren|urtsdatum|\.)?(?:<_>am|:)?) <_>{0,3}
    (?P<it> \d{1,2}\.<_>?(?:\d{1,2}\.|[^\W\d_]{3,9})<_>?\d{2,4} )
    (?!\w)
""")
_NAMES = (
    # Frau Dr. Kruse
    _pattern(r"""
        (?<!\w) (?:Herrn?|Hr\.|Frau|Fr\.|Kolleg(?:e|en|in|:in)) [\ \u00a0\n]{1,3} <TITLES>
        (?P<it> <NOBLE><CAPITAL> (?:<_><NOBLE><CAPITAL>(?=[,.!?\n]|$))? )
    """),
    # Moin Anna,
    _pattern(r"""
        (?<!\w) (?:Hallo|Moin|Liebe[rs]?|Hi|Hey|Guten\ (?:Tag|Morgen|Abend)) <_>{1,3}
        (?! (?:Herrn?|Hr|Frau|Fr|Kolleg\w*|Team|Support|Zusammen)\b )
        (?P<it> <CAPITAL>(?:<_><CAPITAL>)? )
        (?= <_>{0,3}[,!.\n] | $ )
    """),
    # Viele Grüße, and in the next line who sends them
    _pattern(r"""
        (?<!\w) (?i:grüßen?|gruß|gruss|grüssen?|mfg|lg|vg|danke)[,.!]? <_>{0,3} \r?\n \s{0,3}
        <TITLES> (?P<it> <CAPITAL>(?:<_><NOBLE><CAPITAL>){0,3} )
        (?= [\ \u00a0,]{0,3} (?:\r?\n|$) )
    """),
)
_PATTERNS = (
    (_MAIL, MAIL),
    (_IBAN, ACCOUNT),
    *((pattern, PHONE) for pattern in _PHONES),
    (_NUMBER, NUMBER),
    (_STREET, STREET),
    (_BIRTH, BIRTH),
    *((pattern, NAME) for pattern in _NAMES),
)

#: They look like numbers of telephones.
_DATE_OR_TIME = re.compile(
    r"\d{1,2}[.:]\d{2}(?:[ \u00a0]?[–-][ \u00a0]?\d{1,2}[.:]\d{2})?"
    r"|\d{1,2}\.[ \u00a0]?\d{1,2}\.[ \u00a0]?(?:\d{2,4})?"
    r"|\d{1,2}[ \u00a0]?[–-][ \u00a0]?\d{1,2}"
)
#: They end like streets, and stand in the texts of a hub.
_NO_STREET = re.compile(
    r"(?i)(?:arbeits|speicher|steck|park|sitz|stell|lager|schreib|besprechungs)platz"
    r"|(?:vor|aus|ein|zu|um|rund|lehr|durch|arbeits|jahr|über|unter|rück|ab|auf|zugriffs)gang"
    r"|(?:aus|um|zu|dienst|rechts|liefer|transport)weg|supermarkt"
)


def guessed(text) -> list[Span]:
    """Return what looks private in a text; places may overlap."""
    found = []
    for pattern, reason in _PATTERNS:
        for match in pattern.finditer(text):
            if not _is_harmless(reason, match.group("it")):
                found.append(Span(*match.span("it"), reason))
    return found


def _is_harmless(reason, text):
    """Return whether what looks private is a date, a time, or a place in a machine."""
    if reason == PHONE:
        return bool(_DATE_OR_TIME.fullmatch(text))
    return reason == STREET and bool(_NO_STREET.search(text))
