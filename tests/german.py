"""What the hub does not say, and what it says instead."""

import re


#: (what is not said, what is said instead)
FORBIDDEN = (
    (r"Kennw(o|ö)rt", "Passwort"),
    (r"\bBenutzer(?!:)\w*", "Anmeldename, Person, Konto"),
    (r"\b(Nutzer|User)\b(?!:)", "Nutzer:in, Person"),
    (r"\b(Mitarbeiter|Mitarbeiters|Mitarbeitern)\b(?!:)", "Mitarbeitende"),
    (
        r"\b(Administrator|Antragsteller|Ansprechpartner|Autor|Bearbeiter|Berater|Besucher|Kollege"
        r"|Leser|Prüfer|Redakteur|Teilnehmer|Trainer|Verfasser|Vertreter)(s|n|en)?\b(?!:)",
        "a form for everybody: Prüfer:in, Redaktion, Kolleg:innen",
    ),
    (r"\bden Verantwortlichen\b", "die Verantwortlichen; who it is"),
    (r"(?i)\b(log-?in|einloggen|ausloggen|log-?out)\b", "anmelden, abmelden"),
    (r"(?i)\b(diese|der|die) Site\b", "Website"),
    (r"Einige Fehler|Fehler sind aufgetreten", "what is wrong, and where"),
    (r"\bAlle 1\b|\b1 (Tage|Unterlagen|Vorgänge|Mails)\b", "singular"),
    (r"(?i)\b(klicken|button)\b", "wählen, Knopf; not all have a mouse"),
    (r"\bSichern\b|\b[Ss]ichern Sie\b|\bGesichert wird\b", "Speichern"),
    (r"\bdas selbe|\bdaß\b|\bmit einen\b|Addresse|Umbennen|Standart\b", "spelling"),
    (r"(?<![=\w])\"|“[^“„]*“(?=\w)", "„…“"),
    (r"\.\.\.", "…"),
    (r" - (?!\d)", " – "),
    (r"(?<!\n) {2,}|^ | $(?<!: )", "no blanks too many"),
    (r"\b(dich|dir|dein(e[mnrs]?)?|du)\b", "Sie"),
    (r"\b(sie|ihnen|ihre[mnrs]?) können\b", "Sie, Ihnen (with a capital)"),
)


def faults(text):
    """Return [(what is there, what is said instead)] of one text."""
    return [
        (found.group(), instead)
        for pattern, instead in FORBIDDEN
        if (found := re.search(pattern, re.sub(r"\$\{\w+\}", "…", text)))
    ]
