"""What an agreement says of an application, frozen when it is drawn up: plain values alone."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.coworking import charges
from kommunalhub.coworking import places
from kommunalhub.coworking import settings
from kommunalhub.coworking.agreement import storage
from kommunalhub.coworking.period import period_text
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import host_partner
from plone import api


def facts_of(case, now):
    """Return the facts of an application, all texts in the language of the site."""
    said = in_site_language
    host = get_partner(host_partner())
    weekdays = titles_of("kommunalhub.coworking_weekdays")
    space = places.space_of(case.fixed_space)
    price = charges.charge_of(case)
    found = {
        "number": kept(case, "case_number") or "",
        "at": int(now.timestamp()),
        "day": formatting.day(now),
        "wording": max(storage.wordings_of(api.portal.get()), default=0),
        "text": settings.agreement_text(),
        "rules": settings.house_rules(),
        "rows": [
            (said(_("agreement_host", default="Given by")), host.title if host else ""),
            (said(_("agreement_user", default="Given to")), _who(case)),
            (
                said(_("label_application_space_kind", default="What do you need?")),
                said(_of(titles_of("kommunalhub.coworking_space_kinds"), case.space_kind)),
            ),
            (
                said(_("label_fixed_space", default="Fixed place")),
                space.Title() if space is not None else "",
            ),
            (
                said(_("label_period", default="Period")),
                said(period_text(case.start, case.end) or ""),
            ),
            (
                said(_("label_weekdays", default="Days of the week")),
                ", ".join(said(title) for day, title in weekdays.items() if day in case.weekdays),
            ),
            (said(_("label_persons", default="Number of persons")), str(case.persons or 1)),
            *[(said(label), said(text)) for label, text in charges.rows(price)],
        ],
    }
    found["rows"] = [row for row in found["rows"] if row[1]]
    found["hint"] = said(charges.hint(case, price) or "")
    return found


def _who(case):
    names = [name for name in (case.organisation, case.contact_name) if name]
    return ", ".join(names)


def _of(titles, token):
    return titles.get(token, token or "")
