"""The letter about a position with made-up data, for the page that shows all letters."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.editorial.people import letters
from kommunalhub.editorial.people.operations import FOLDER
from kommunalhub.notices.audience import Person


READER = _("example_reader", default="Mia Sample")
TITLE = _("example_position_vacant", default="Who does what: nobody holds a position any more")


def examples(portal, request):
    """Return the Examples of the letters about positions, see core/letters.py."""
    reader = Person("example", in_site_language(READER), "mia@example.org", True)
    url = f"{letters.link_to(portal, portal)}/{FOLDER}/soziales-1"
    tasks = ("Wohngeld beantragen", "Bildung und Teilhabe")
    made = letters.letter(portal, reader, "Soziales 1", tasks, url, "example")
    return [Example("position-vacant", TITLE, made.subject, made.text, made.html)]
