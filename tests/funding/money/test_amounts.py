"""Amounts over REST are always to the cent, whatever was typed: every GET service of funding."""

from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from funding.money.test_rest import ASKED
from funding.money.test_rest import PAID
from funding.money.test_rest import PROOF
from funding.money.test_rest import THING

import re
import registrations
import transaction


SECTION = "foerderung"
LIBRARY = "foerderung/programme"
#: What else looks like a number: shares, version and file numbers, what was typed as text.
OTHERS = {"rate", "own_share", "percent", "success", "per_own_euro", "item", "whole", "invoice"}
#: So many amounts there must be at least, or this looks at nothing.
LEAST = 70


def services():
    """Return the names of all GET services of funding, from the registrations."""
    found = set()
    for one in registrations.adapters():
        match = re.fullmatch(r"GET_[a-z]+_[a-z+]+_(@.*)", one.name)
        bases = getattr(one.factory, "__mro__", ())
        if match and any(base.__module__.startswith("kommunalhub.funding") for base in bases):
            found.add(match[1])
    return found


def amounts(value, name=""):
    """Yield (name, text) of each text in a JSON value that is a number, and is no other one."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from amounts(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from amounts(one, name)
    elif isinstance(value, str) and name not in OTHERS:
        try:
            Decimal(value)
        except InvalidOperation:
            return
        yield name, value


def test_every_amount_is_to_the_cent(client, path, web, people):
    programme = {"max_amount": Decimal(50000), "min_amount": Decimal("100.5")}
    people.add_programme(web, **programme, calls=({"closes": date(2030, 1, 1), "pot": Decimal(7)},))
    transaction.commit()
    hub, editor = client("hubleitung"), client("malente-redaktion")
    for service, body in (
        ("@orders", {"day": "2026-10-01", "what": "Gerüst", "amount": "20000", "kind": "works"}),
        ("@drawdowns", ASKED | {"amount": "30000"}),
        ("@drawdowns", {"day": "2026-10-20", "amount": 1, "due": "40000"}),
        ("@vouchers", PAID | {"gross": "40000", "net": 39000}),
        ("@inventory", THING),
        ("@proof", PROOF),
    ):
        editor.post(f"{path}/{service}/1", json=body)
    undertaking = {"name": "Hof Muster", "address": "Malente"}
    assert hub.post(f"{SECTION}/@de-minimis", json=undertaking).status_code == 201
    radar = {"title": "Dach", "topics": ["energie"], "cost_to": "90000", "owner": "malente"}
    editor.post(f"{SECTION}/@funding-radar", json=radar)
    seen, asked = [], set()
    for name in sorted(services()):
        for place in (path, SECTION, LIBRARY):
            for end in ("", "/1"):
                for session in (hub, editor):
                    answer = session.get(f"{place}/{name}{end}")
                    if answer.status_code == 200 and "json" in answer.headers["Content-Type"]:
                        asked.add(name)
                        seen += [(name, *found) for found in amounts(answer.json())]
    seen += [("case", *found) for found in amounts(editor.get(path).json())]
    made = hub.get(f"{LIBRARY}/kommunale-gebaeude").json()
    seen += [("programme", *found) for found in amounts(made)]
    assert [one for one in seen if not re.fullmatch(r"-?\d+\.\d\d", one[2])] == []
    assert len(seen) >= LEAST
    assert asked >= {"@funding-file", "@plans", "@orders", "@proof", "@de-minimis", "@programmes"}
