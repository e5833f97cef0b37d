"""What is done with the identity of a hub: given to a new site, said in its pages."""

from base64 import b64encode
from html import escape
from kommunalhub.core import brand
from kommunalhub.core import registry
from kommunalhub.core.language import in_site_language
from kommunalhub.core.offers import offers
from kommunalhub.lib import pictures
from kommunalhub.partners import operations as partners
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import host_partner
from kommunalhub.partners.membership import operator_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.site.identity import rules
from pathlib import Path
from plone import api
from plone.api.exc import InvalidParameterError
from plone.i18n.normalizer.interfaces import IIDNormalizer
from plone.namedfile.file import NamedImage
from zope.component import getUtility
from zope.schema.interfaces import ValidationError

import tomllib


PREFIX = "kommunalhub.brand_"
FIELDS = "kommunalhub.project_fields"
#: Width and height in points, at most.
LOGO_SIZE = (480, 160)
#: As the other gaps of the pages that a new hub begins with.
_OPEN = "[Bitte von der Hub-Leitung ausfüllen]"


def read_file(path):
    """Return (table, lines) of a TOML file of answers, lines as `rules.lines_of` gives them.

    The logo that it names, by a path from where it lies, is read.
    Raises WrongAnswers for a file that cannot be read; what is wrong in it `rules.read` says.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise rules.WrongAnswers([((), f"it cannot be read: {error}")]) from error
    if table.get("logo"):
        table["logo"] = _picture(Path(path).parent, table["logo"])
    return table, rules.lines_of(text)


def _picture(folder, name):
    """Return the logo in a file of a folder; the name where it cannot be taken."""
    try:
        return pictures.made_anew((folder / name).read_bytes(), LOGO_SIZE).data
    except (OSError, TypeError, ValueError):
        return name


def give(answers):
    """Give a site that has just been installed the identity that the Answers say.

    The administrations of the profile go, whoever is not named goes with their groups. Raises
    WrongAnswers with all values that are not allowed.
    """
    faults = []
    for name, value in _brand(answers).items():
        faults += _set(f"{PREFIX}{name}", value or None, (name,))
    faults += _set(f"{PREFIX}logo", b64encode(answers.logo).decode() or None, ("logo",))
    for number, partner in enumerate(answers.partners, 1):
        fields = {"colour": brand.colour()} | partner
        faults += _give_partner(fields, ("partner", number))
    ids = [partner["id"] for partner in answers.partners]
    for offer in offers():
        for name, value in offer.elsewhere(ids).items():
            faults += _set(name, value, ())
    for name, value in answers.settings.items():
        faults += _set(name, value, ("settings", name))
    if faults:
        raise rules.WrongAnswers(faults)
    for name in ("host", "operator"):
        api.portal.set_registry_record(f"kommunalhub.{name}_partner", getattr(answers, name))
    for gone in set(partner_ids()) - set(ids):
        partners.remove_partner(gone)


def _brand(answers):
    return answers.brand | {"colour": answers.brand["colour"] or brand.OWN_COLOUR}


def _give_partner(fields, at):
    """Give a partner its record; return the faults, as WrongAnswers has them."""
    partner_id = fields.pop("id")
    exists = partner_id in partner_ids()
    try:
        (partners.update_partner if exists else partners.add_partner)(partner_id, **fields)
    except partners.PartnerInvalid as invalid:
        return [
            ((*at, name), f"{name} of partner {partner_id}: {in_site_language(said)}")
            for name, said in invalid.errors.items()
        ]
    return []


def _set(name, value, at):
    """Set a record; return the faults, as WrongAnswers has them."""
    try:
        if value is None:
            registry.empty(name)
        else:
            api.portal.set_registry_record(name, value)
    except InvalidParameterError:
        return [(at, f"there is no setting {name}")]
    except ValidationError as error:
        return [(at, f"{name} cannot be {value!r}: {in_site_language(error.doc())}")]
    return []


def theme_fields():
    """Return the titles of the fields of the theme, one in each line."""
    return "\n".join((registry.read(FIELDS) or {}).values())


def change_theme_fields(text):
    """Give the theme the fields that a text names, one in each line."""
    token_of = getUtility(IIDNormalizer).normalize
    known = registry.read(FIELDS) or {}
    api.portal.set_registry_record(
        FIELDS, rules.fields_after(known, rules.fields_in(text), token_of)
    )


def logo():
    """Return the logo as a file, None for the mark of the house."""
    data = brand.logo()
    return NamedImage(data, pictures.MEDIA_TYPE, "logo.webp") if data else None


def change_logo(file):
    """Take a picture (NamedImage) as logo, or none; made anew, so it carries nothing else."""
    if file is None:
        registry.empty(f"{PREFIX}logo")
    elif file.data != brand.logo():  # the one that is kept comes back with every saving
        made = pictures.made_anew(file.data, LOGO_SIZE)
        api.portal.set_registry_record(f"{PREFIX}logo", b64encode(made.data).decode())


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
