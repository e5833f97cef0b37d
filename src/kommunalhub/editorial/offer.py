"""Pages among the offers of the hub: what the administrations write, and what is new of it."""

from kommunalhub.core.asking import userid
from kommunalhub.core.offers import BELOW
from kommunalhub.core.offers import DAILY
from kommunalhub.core.offers import DUTY
from kommunalhub.core.offers import Offer
from kommunalhub.editorial.areas import demo as areas
from kommunalhub.editorial.areas.operations import ensure_area
from kommunalhub.editorial.copies import demo as copies
from kommunalhub.editorial.dates import demo as events
from kommunalhub.editorial.dates import sections as dates
from kommunalhub.editorial.mustread import demo as reads
from kommunalhub.editorial.mustread.storage import own_of
from kommunalhub.editorial.news import demo as news
from kommunalhub.editorial.news.operations import ensure_news
from kommunalhub.editorial.people.demo import build_absences
from kommunalhub.editorial.people.demo import build_positions
from kommunalhub.editorial.people.operations import ensure_folder
from kommunalhub.editorial.shared import demo as shared
from kommunalhub.editorial.talk import demo as talk
from kommunalhub.editorial.talk.operations import counts
from kommunalhub.editorial.trash import demo
from kommunalhub.editorial.upkeep import demo as upkeep
from kommunalhub.editorial.variants import demo as variants
from kommunalhub.editorial.writing.blocks import demo as blocks
from kommunalhub.editorial.writing.outlines.operations import ensure_outlines


class Editorial(Offer):
    """Nobody asks for pages; the news stands where everybody comes by."""

    order = 90
    released = ("public", "shared", "nameless", "named")
    places = {
        BELOW: ("editorial-news",),
        DUTY: ("editorial-my-reads", "editorial-my-gaps"),
        DAILY: ("editorial-my-news",),
    }

    def shows(self, portal):
        """What this person has confirmed, and how many comments they may read of news.

        Their open pages change with it, the catalog does not; gaps are in it, with the pages.
        """
        return (len(own_of(portal, userid())), sorted(counts().items()))

    def build(self, portal):
        ensure_folder(portal)
        ensure_outlines(portal)
        dates.ensure_sections(portal)
        ensure_news(portal)

    def build_for(self, portal, partner_id):
        ensure_area(portal, partner_id)

    def demo(self, stage):
        yield f"{areas.build_areas(stage)} Bereiche"
        yield f"{areas.build_pages(stage)} Seiten, Nachrichten und Termine der Bereiche"
        yield f"{shared.build(stage)} Verwaltungen mit Angaben in einem gemeinsamen Text"
        yield f"{build_positions(stage)} Stellen"
        yield f"{demo.build(stage)} Seite im Papierkorb"
        yield f"{events.build(stage)} Veranstaltungen"
        yield f"{reads.play(stage)} Seiten zur Kenntnisnahme"
        yield f"{talk.play(stage)} Kommentare"
        yield f"{upkeep.build(stage)} Seiten zum Pflegen"
        yield f"{blocks.build(stage)} Textbausteine für Seiten"
        yield f"{variants.build(stage)} Fassungen in Leichter Sprache und Gebärdensprache"
        yield f"{build_absences(stage)} Abwesenheit mit Vertretung"
        yield f"{news.build(stage)} Nachrichten mit Bildern und Themen"
        yield f"{copies.build(stage)} Seiten, die geändert wurden: eine Arbeitskopie wartet"
