"""Funding among the offers of the hub."""

from kommunalhub import _
from kommunalhub.core import registry
from kommunalhub.core.language import in_site_language
from kommunalhub.core.offers import ASIDE
from kommunalhub.core.offers import Ask
from kommunalhub.core.offers import Count
from kommunalhub.core.offers import DOORS
from kommunalhub.core.offers import HERO
from kommunalhub.core.offers import MINE
from kommunalhub.core.offers import Offer
from kommunalhub.funding import demo
from kommunalhub.funding import operations
from kommunalhub.funding.deadlines import demo as deadlines
from kommunalhub.funding.lessons.notes import demo as lesson_notes
from kommunalhub.funding.lessons.notes import operations as lessons
from kommunalhub.partners.membership import partners_of


FUNDERS = "kommunalhub.funding_funders"
#: The token of the district among funders, of the whole state among areas.
DISTRICT, STATE = "kreis", "sh"
DISTRICT_TITLE = _("funder_district", default="District")


class Funding(Offer):
    """Programmes for everybody, advice for those who work in an administration."""

    order = 10
    released = (
        *("released", "in_consultation", "recommended", "applied"),
        *("granted", "denied", "closed"),
    )
    service = (
        _("home_service_funding", default="Advice on funding"),
        _(
            "home_service_funding_text",
            default="You have a project, we look for the programme.",
        ),
    )
    places = {
        HERO: ("funding-hero",),
        DOORS: ("funding-door",),
        ASIDE: ("funding-deadlines",),
        MINE: ("funding-overrides", "funding-case-deadlines", "funding-my-deadlines"),
    }

    counts = (
        Count(
            _("count_consultations", default="Consultations that run"),
            {
                "portal_type": "FundingConsultation",
                "review_state": ["released", "in_consultation", "recommended", "applied"],
            },
            "foerderung/beratungen/{partner}",
        ),
        Count(
            _("count_granted", default="Grants"),
            {"portal_type": "FundingConsultation", "review_state": "granted"},
            "foerderung/beratungen/{partner}",
        ),
    )

    def elsewhere(self, partner_ids):
        funders = {**registry.read(FUNDERS), DISTRICT: in_site_language(DISTRICT_TITLE)}
        return {
            FUNDERS: funders,
            "kommunalhub.funding_areas": {STATE: "Schleswig-Holstein"},
            "kommunalhub.funding_partner_areas": {id_: [STATE] for id_ in partner_ids},
        }

    def asks(self):
        title = _("offer_funding", default="Request advice")
        return [Ask(title, "beratung-anfragen", bool(partners_of()))]

    def build(self, portal):
        operations.ensure_sections(portal)
        lessons.ensure_section(portal)

    def build_for(self, portal, partner_id):
        operations.ensure_partner_folder(portal, partner_id)

    def demo(self, stage):
        yield f"{demo.build_programmes(stage)} Förderprogramme"
        yield f"{demo.build_consultations(stage)} Beratungen"
        yield f"{deadlines.build(stage)} Bescheide mit Fristen"
        yield f"{demo.build_undertakings(stage)} Unternehmen im De-minimis-Konto"
        yield f"{demo.build_radar(stage)} Profile im Förderradar"
        yield f"{demo.build_blocks(stage)} Textbausteine"
        yield f"{lesson_notes.build(stage)} Erfahrungen"
