"""One of each letter about the library with made-up data, for the page that shows them."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.funding.programmes import letters
from kommunalhub.notices.audience import Person
from types import SimpleNamespace


READER = _("example_reader", default="Mia Sample")
TITLE = _("example_programmes_stale", default="Funding programmes: to be checked")
TAKEN = _("example_report_taken", default="A reported programme was taken in")
LEFT_OUT = _("example_report_left_out", default="A reported programme was left out")
REASON = _("example_report_reason", default="The programme ended last year.")
PROGRAMMES = (
    ("KfW 432: Energetische Stadtsanierung", "2026-02-11"),
    ("Regionalbudget der AktivRegionen", "2026-03-20"),
)


def examples(portal, request):
    """Return the Examples of the letters about the library, see core/letters.py."""
    reader = Person("example", in_site_language(READER), "mia@example.org", True)
    letter = letters.stale_letter(portal, reader, PROGRAMMES, "example")
    found = [Example("programmes-stale", TITLE, letter.subject, letter.text, letter.html)]
    for name, title, url in (
        ("report-taken", TAKEN, f"{letters.library_url(portal)}/beispiel"),
        ("report-left-out", LEFT_OUT, ""),
    ):
        letter = letters.report_letter(portal, reader, reported(url), url, "example")
        found.append(Example(name, title, letter.subject, letter.text, letter.html))
    return found


def reported(url):
    """Return a report that nobody has made."""
    reason = "" if url else in_site_language(REASON)
    return SimpleNamespace(title=PROGRAMMES[1][0], made=formatting.now(), reason=reason)
