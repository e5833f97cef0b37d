"""One of each letter about the library with made-up data, for the page that shows them."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.funding.programmes import letters
from kommunalhub.notices.audience import Person


READER = _("example_reader", default="Mia Sample")
TITLE = _("example_programmes_stale", default="Funding programmes: to be checked")
PROGRAMMES = (
    ("KfW 432: Energetische Stadtsanierung", "2026-02-11"),
    ("Regionalbudget der AktivRegionen", "2026-03-20"),
)


def examples(portal, request):
    """Return the Examples of the letters about the library, see core/letters.py."""
    reader = Person("example", in_site_language(READER), "mia@example.org", True)
    letter = letters.stale_letter(portal, reader, PROGRAMMES, "example")
    return [Example("programmes-stale", TITLE, letter.subject, letter.text, letter.html)]
