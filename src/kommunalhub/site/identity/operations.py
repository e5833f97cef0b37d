"""What is done with the identity of a hub: given to a new site, said in its pages."""

from html import escape
from kommunalhub.core import brand
from kommunalhub.core.language import in_site_language
from kommunalhub.partners import operations as partners
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import host_partner
from kommunalhub.partners.membership import operator_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.site.identity import rules
from plone import api
from plone.api.exc import InvalidParameterError
from zope.schema.interfaces import ValidationError

import tomllib


PREFIX = "kommunalhub.brand_"
#: As the other gaps of the pages that a new hub begins with.
_OPEN = "[Bitte von der Hub-Leitung ausfüllen]"


def read_file(path):
    """Return the table in a TOML file of answers; raises WrongAnswers, also where there is none."""
    try:
        with open(path, "rb") as file:
            table = tomllib.load(file)
        rules.read(table)
        return table
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise rules.WrongAnswers(f"{path} cannot be read: {error}") from error


def give(answers):
    """Give a site that has just been installed the identity that the Answers say.

    The administrations of the profile go, whoever is not named goes with their groups. Raises
    WrongAnswers where a value is not allowed.
    """
    _set({f"{PREFIX}{name}": value or None for name, value in _brand(answers).items()})
    for partner in answers.partners:
        _give_partner(dict(partner))
    _set(
        {
            "kommunalhub.host_partner": answers.host,
            "kommunalhub.operator_partner": answers.operator,
        }
    )
    wanted = {partner["id"] for partner in answers.partners}
    for gone in set(partner_ids()) - wanted:
        partners.remove_partner(gone)
    _set(answers.settings)


def _brand(answers):
    return answers.brand | {"colour": answers.brand["colour"] or brand.OWN_COLOUR}


def _give_partner(fields):
    partner_id = fields.pop("id")
    exists = partner_id in partner_ids()
    try:
        (partners.update_partner if exists else partners.add_partner)(partner_id, **fields)
    except partners.PartnerInvalid as invalid:
        sentences = (f"{at}: {in_site_language(said)}" for at, said in invalid.errors.items())
        raise rules.WrongAnswers(f"partner {partner_id}: {', '.join(sentences)}") from invalid


def _set(values):
    for name, value in values.items():
        try:
            api.portal.set_registry_record(name, value)
        except InvalidParameterError as error:
            raise rules.WrongAnswers(f"there is no setting {name}") from error
        except ValidationError as error:
            raise rules.WrongAnswers(f"{name} cannot be {value!r}: {error.doc()}") from error


def words():
    """Return {name: HTML} of what the pages of a new hub say in place of `${name}`."""
    said = {name: escape(brand.read(name)) for name in rules.BRAND}
    host, operator = get_partner(host_partner()), get_partner(operator_partner())
    others = [get_partner(each) for each in partner_ids() if each != operator_partner()]
    return {
        **said,
        "host": escape(host.title) if host else "",
        "operator": escape(operator.title) if operator else "",
        "rooms": said["rooms"] or _OPEN,
        "address": "<br>".join(said["address"].splitlines()) or _OPEN,
        "theme_sentence": f"Unser Thema heißt „{said['theme']}“." if said["theme"] else "",
        "count": str(len(others)),
        "administrations": "\n".join(
            f"<li>{escape(each.title)}</li>"
            for each in sorted(others, key=lambda each: each.id != host_partner())
        ),
    }
