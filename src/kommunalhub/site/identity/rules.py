"""What a file of answers says of a new hub; without Zope."""

from dataclasses import dataclass
from dataclasses import field
from kommunalhub.lib import colours


#: What the house says of itself, kept as registry records `kommunalhub.brand_…`.
BRAND = ("name", "place", "region", "theme", "address", "rooms", "colour")
PARTNER = ("id", "title", "short_title", "kind", "colour", "email", "phone", "address")
NEEDED = ("name", "place", "region", "host", "operator", "partner")
NEEDED_OF_PARTNER = ("id", "title", "short_title", "kind")
TEXTS = (*BRAND, "title", "description", "host", "operator")
LENGTH = 2000
MOST_PARTNERS = 50
#: Only records of ours are set by a file of answers.
OURS = "kommunalhub."


class WrongAnswers(ValueError):
    """A file of answers that no hub can be made of; args are sentences, one for each fault."""


@dataclass(frozen=True)
class Answers:
    """What a new hub is called, and whose it is."""

    brand: dict
    title: str
    description: str
    #: ids of two of the partners
    host: str
    operator: str
    #: dicts with what PARTNER names, those left out that the file leaves out
    partners: tuple
    #: {name of a registry record: value}
    settings: dict = field(default_factory=dict)


def read(data):
    """Return the Answers that a table (as of TOML) gives; raises WrongAnswers with all faults.

    >>> try:
    ...     read({"motto": "Meer"})
    ... except WrongAnswers as wrong:
    ...     print(str(wrong)[:38])
    motto is not known; name is missing; p
    """
    faults = list(_faults(data))
    if faults:
        raise WrongAnswers("; ".join(faults))
    brand = {name: data.get(name, "").strip() for name in BRAND}
    partners = tuple({k: v.strip() for k, v in partner.items()} for partner in data["partner"])
    return Answers(
        brand=brand,
        title=data.get("title", "").strip() or f"{brand['name']} {brand['place']}",
        description=data.get("description", "").strip(),
        host=data["host"],
        operator=data["operator"],
        partners=partners,
        settings=dict(data.get("settings", {})),
    )


def _faults(data):
    for name in data:
        if name not in (*TEXTS, "partner", "settings"):
            yield f"{name} is not known"
    for name in NEEDED:
        if not data.get(name):
            yield f"{name} is missing"
    for name in TEXTS:
        yield from _text_faults(name, data.get(name, ""))
    yield from _colour_faults("colour", data.get("colour"))
    yield from _partner_faults(data)
    yield from _settings_faults(data.get("settings", {}))


def _text_faults(name, value):
    if not isinstance(value, str):
        yield f"{name} is no text"
    elif len(value) > LENGTH:
        yield f"{name} is longer than {LENGTH} characters"


def _colour_faults(name, value):
    if isinstance(value, str) and value:
        wrong = colours.writing_error(value)
        if wrong == "form":
            yield f"{name} is not written as #rrggbb"
        elif wrong:
            yield f"white cannot be read on {name}"


def _partner_faults(data):
    partners = data.get("partner") or []
    if not isinstance(partners, list) or not all(isinstance(each, dict) for each in partners):
        yield "partner is no list of tables ([[partner]])"
        return
    if len(partners) > MOST_PARTNERS:
        yield f"there are more than {MOST_PARTNERS} partners"
    for number, partner in enumerate(partners, 1):
        for name in partner:
            if name not in PARTNER:
                yield f"{name} of partner {number} is not known"
        for name in NEEDED_OF_PARTNER:
            if not partner.get(name):
                yield f"{name} of partner {number} is missing"
        for name, value in partner.items():
            yield from _text_faults(f"{name} of partner {number}", value)
    ids = [partner.get("id") for partner in partners]
    for twice in sorted({str(each) for each in ids if each and ids.count(each) > 1}):
        yield f"there are two partners {twice}"
    for name in ("host", "operator"):
        if data.get(name) and data[name] not in ids:
            yield f"{name} is no partner"


def _settings_faults(settings):
    if not isinstance(settings, dict):
        yield "settings is no table"
        return
    for name in settings:
        if not name.startswith(OURS):
            yield f"the setting {name} is not one of the hub"
