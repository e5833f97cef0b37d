"""The letters about what the radar has found, with made-up data, for the page that shows them."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.letters import Example
from kommunalhub.notices.audience import Person
from kommunalhub.notices.letters.searches import finds_letter


KEY, SOURCE = "example", "funding-radar"
#: A profile that there is none of: without reasons of its own.
NONE = "0"
READER = _("example_reader", default="Mia Sample")
PROFILES = (
    _("example_radar_energy", default="Energy of the town's buildings"),
    _("example_radar_town", default="Town centre"),
)
PROGRAMMES = (
    _("example_programme_one", default="Roofs and windows of public buildings"),
    _("example_programme_two", default="Living town centres"),
)
TITLES = {
    1: _("example_radar_one", default="New programmes of one profile"),
    2: _("example_radar_more", default="New programmes of several profiles"),
}


def examples(portal, request):
    """Return the Examples of what the radar tells."""
    titles = {str(number): in_site_language(one) for number, one in enumerate(PROGRAMMES)}
    reader = Person(KEY, in_site_language(READER), "mia@example.org", True)
    finds = [
        (NONE, in_site_language(title), NONE, (uid,), (), SOURCE)
        for title, uid in zip(PROFILES, titles, strict=True)
    ]
    found = []
    for many, title in TITLES.items():
        letter = finds_letter(portal, reader, finds[:many], titles, KEY)
        found.append(Example(f"radar-{many}", title, letter.subject, letter.text, letter.html))
    return found
