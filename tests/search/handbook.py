"""A handbook of 250 pages and ten everyday questions to it, each with the page that answers."""

from lib.filetext.printed import BOLD
from lib.filetext.printed import line
from lib.filetext.printed import pdf
from lib.filetext.printed import STEP


PAGES = 250
#: (page, heading, what it says, what somebody asks, a word that the sentence shown has to have).
TOPICS = (
    (
        17,
        "Erholungsurlaub",
        "Anträge auf Erholungsurlaub stellen Sie zwei Wochen vorher im Personalportal.",
        "Wie beantrage ich Urlaub?",
        "Personalportal",
    ),
    (
        34,
        "Reisekosten",
        "Eine Dienstreise rechnen Sie innerhalb von sechs Monaten bei der Reisestelle ab.",
        "Bis wann muss ich eine Dienstreise abrechnen?",
        "sechs Monaten",
    ),
    (
        52,
        "Krankmeldung",
        "Melden Sie sich am ersten Tag bis neun Uhr bei Ihrer Leitung krank.",
        "Bei wem melde ich mich krank?",
        "Leitung",
    ),
    (
        71,
        "Schlüssel",
        "Einen verlorenen Schlüssel melden Sie sofort dem Gebäudemanagement.",
        "Ich habe meinen Schlüssel verloren",
        "Gebäudemanagement",
    ),
    (
        88,
        "Passwörter",
        "Ein vergessenes Passwort setzt die Hotline unter der Nummer 4444 zurück.",
        "Passwort vergessen",
        "Hotline",
    ),
    (
        117,
        "Vergabevermerk",
        "Der Vergabevermerk muss spätestens mit der Auftragserteilung fertig sein.",
        "Bis wann muss der Vergabevermerk fertig sein?",
        "Auftragserteilung",
    ),
    (
        140,
        "Homeoffice",
        "Im Homeoffice arbeiten Sie an höchstens drei Tagen in der Woche.",
        "Wie viele Tage darf ich im Homeoffice arbeiten?",
        "drei Tagen",
    ),
    (
        163,
        "Geschenke",
        "Geschenke im Wert von mehr als zehn Euro nehmen Sie nicht an.",
        "Darf ich Geschenke annehmen?",
        "zehn Euro",
    ),
    (
        190,
        "Datenpannen",
        "Eine Datenpanne melden wir innerhalb von 72 Stunden der Aufsichtsbehörde.",
        "Datenpanne, was tun?",
        "72 Stunden",
    ),
    (
        228,
        "Parkplätze",
        "Elektroautos parken und laden Sie hinter dem Rathaus.",
        "Wo kann ich mein Elektroauto parken?",
        "Rathaus",
    ),
)
FILLER = (
    "Die Regelung gilt für alle Beschäftigten der beteiligten Verwaltungen.",
    "Bitte beachten Sie die Hinweise im Anhang und die Fristen der Fachbereiche.",
    "Ausnahmen entscheidet die Amtsleitung, sie begründet ihre Entscheidung schriftlich.",
    "Die Unterlagen liegen auch in Papierform in der Registratur aus.",
    "Änderungen werden im Intranet bekannt gegeben und einmal im Jahr durchgesehen.",
    "Zuständig ist der Fachbereich, in dem der Vorgang begonnen hat.",
    "Für die Mitteilung genügt die Textform, ein Muster liegt bei.",
    "Wer vertreten wird, informiert die Kolleginnen und Kollegen rechtzeitig.",
    "Personenbezogene Angaben werden nur so lange gespeichert wie nötig.",
    "Die Kosten trägt die jeweilige Gemeinde nach dem vereinbarten Schlüsselwert.",
    "Anregungen nimmt die Redaktion dieses Handbuchs gern entgegen.",
)
OTHERS = ("Allgemeines", "Zuständigkeit", "Verfahren", "Ablage", "Vertretung", "Muster", "Anhang")


def handbook():
    """Return the PDF: a title, a list of contents, a heading on each tenth page and on those."""
    headings = {page: heading for page, heading, *_ in TOPICS}
    for page in range(5, PAGES + 1, 10):
        headings.setdefault(page, OTHERS[page // 10 % len(OTHERS)])
    said = {page: sentence for page, _heading, sentence, *_ in TOPICS}
    contents = [
        line(f"{heading} {'. ' * (40 - len(heading))}{page}", 760 - STEP * number)
        for number, (page, heading) in enumerate(sorted(headings.items()))
    ]
    pages = [[line("Handbuch der Verwaltung", 500, size=28, font=BOLD)], contents]
    for page in range(3, PAGES + 1):
        lines = [line("Handbuch der Verwaltung", 815, size=9), line(str(page), 30, x=290, size=9)]
        if page in headings:
            lines.append(line(headings[page], 760, size=16, font=BOLD))
        texts = [FILLER[(page * 5 + n * 3) % len(FILLER)] for n in range(24)]
        if page in said:
            texts.insert(7, said[page])
        lines += [line(text, 730 - STEP * n) for n, text in enumerate(texts)]
        pages.append(lines)
    outline = [(heading, page, 1) for page, heading in sorted(headings.items())]
    return pdf(pages, outline)
