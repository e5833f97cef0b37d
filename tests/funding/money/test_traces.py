"""Who stands in a funding file is found for a person who asks, and taken out everywhere.

The whole of what is kept is read, record by record: a new member that names somebody and that no
rule knows is found here.
"""

from collections.abc import Mapping
from datetime import date
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.funding import operations as funding
from kommunalhub.funding.applications import operations as applications
from kommunalhub.funding.applications.operations.orders import may_confirm
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.deadlines import operations as deadlines
from kommunalhub.funding.deadlines.storage import chains_of
from kommunalhub.funding.deminimis import mergers
from kommunalhub.funding.deminimis import operations as deminimis
from kommunalhub.funding.deminimis.storage import register_of
from kommunalhub.funding.money.drawdowns import operations as drawdowns
from kommunalhub.funding.money.inventory import operations as inventory
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.receipts import operations as receipts
from kommunalhub.funding.money.storage import books_of
from kommunalhub.funding.programmes.storage import book
from kommunalhub.funding.traces import operations
from kommunalhub.funding.traces.titles import PLACES
from persistent import Persistent
from plone import api

import pytest
import transaction


WHO, NAME = "berater", "Bea Beratung"
GONE = {"reason": "Antrag nach Art. 17 DSGVO", "confirmed": True}


def strings(value, seen=None):
    """Yield every text in a value, also within what is kept in records of its own."""
    seen = set() if seen is None else seen
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping) or hasattr(value, "items"):
        for key, one in value.items():
            yield from strings(key, seen)
            yield from strings(one, seen)
    elif isinstance(value, list | tuple | set | frozenset) or hasattr(value, "keys"):
        for one in value:
            yield from strings(one, seen)
    elif isinstance(value, Persistent) and id(value) not in seen:
        seen.add(id(value))
        value._p_activate()
        yield from strings(vars(value), seen)


def kept(case):
    """Return every text that the room keeps about a case, or for the whole section."""
    everything = funding_of(case), chains_of(case), books_of(case), case._record
    everything += (register_of(), book())
    return [text for one in everything for text in strings(one)]


def busy(case, portal, people):
    """Let one person do everything that a file names people for."""
    programme = people.add_programme(portal)
    programme.checked_by = WHO
    with people.As(WHO):
        applications.save_plan(
            case,
            {
                "items": [{"title": "Dach", "gross": "120.000", "eligible": True}],
                "funds": [{"kind": "own", "amount": "120.000"}],
            },
        )
        applications.add_application(case, {"programme_title": "Land", "kind": "first"})
        applications.decide_early_start(case, 2, {"state": "asked", "day": date(2026, 11, 2)})
        applications.add_document(case, 2, {"title": "Bauzeichnung"})
        sent = {"state": "asked", "responsible": WHO}
        applications.change_document(case, 2, "own-1", sent)
        applications.change_condition(case, 1, "1.1", {"owner": WHO})
        order = {"day": "2026-11-02", "what": "Gerüst", "amount": "500", "kind": "works"}
        waits = applications.record_order(case, 2, order | {"reason": "Es regnet herein."})
        deadlines.mark_done(case, 1, "interim.1.2027", {"day": date(2026, 11, 2)})
        drawn = {"day": date(2026, 10, 1), "amount": "30.000", "due": "40.000"}
        drawdowns.ask(case, 1, drawn)
        drawdowns.receive(case, 1, 1, {"day": date(2026, 10, 2), "amount": "30.000"})
        drawdowns.pay_back(case, 1, {"day": date(2026, 10, 3), "amount": "1", "comment": "Skonto"})
        paid = {"invoice": "1", "paid_on": date(2026, 10, 4), "payee": "Dachdecker"}
        receipts.add(case, 1, paid | {"gross": "40.000", "item": "Dach"})
        thing = {"title": "Leiter", "bought_on": date(2026, 10, 5), "price": "90", "place": "Wache"}
        inventory.add(case, 1, thing)
        gone = {"day": date(2026, 11, 2), "comment": "Gestohlen", "anyway": True}
        inventory.dispose(case, 1, 1, gone)
        handed = {"kind": "regular", "day": date(2026, 11, 3), "report": "Dicht."}
        proof.submit(case, 1, handed | {"confirmed": True})
        proof.record_result(case, 1, 1, {"state": "accepted", "day": date(2026, 11, 5)})
        funding.add_protocol_entry(case, "Telefonat", "2026-11-02")
        number = deminimis.add("Werft")
        aid = {"day": date(2026, 11, 2), "amount": "5", "regulation": "general"}
        deminimis.grant(number, aid | {"authority": "Gemeinde Malente"})
        deminimis.take_back(number, 1, "Irrtum")
        mergers.merge(number, deminimis.add("Segelschule"), date(2026, 11, 3))
    with people.As("malente-redaktion"):
        early = order | {"day": "2026-11-03", "reason": "Es regnet weiter."}
        theirs = applications.record_order(case, 2, early)
    with people.As(WHO):
        confirmed = {"confirm": True}
        applications.decide_override(case, 2, theirs["number"], confirmed)
        applications.strike_order(case, 2, theirs["number"], {"reason": "Doppelt"})
    return waits


@pytest.fixture
def facts():
    return {"interim": [date(2027, 3, 31)], "conditions": "31.12.2027: Bauschild"}


def test_all_places_are_found_and_cleared(portal, people, granted, facts):
    case = granted.add_granted(portal, people, **facts)
    waits = busy(case, portal, people)
    assert {one.kind for one in operations.traces_of(WHO)} == set(PLACES)
    assert {WHO, NAME} <= set(kept(case))
    before = len(IJournal(case))
    with people.As("hubleitung"):
        count = operations.take_out(WHO, GONE)
    assert count >= len(PLACES)
    assert not {WHO, NAME} & set(kept(case))
    assert operations.traces_of(WHO) == []
    entry = list(IJournal(case))[-1]
    assert (len(IJournal(case)), entry["action"]) == (before + 1, "names_out")
    assert entry["comment"] == GONE["reason"]
    # Others stay named, and nobody confirms what nobody asked for any more.
    assert "Rolf Malente" in kept(case)
    pending = funding_of(case).applications[2].pending[waits["number"]]
    assert not may_confirm(case, pending)


def test_who_has_gone_is_found_by_the_name_they_had(portal, people, granted, facts):
    case = granted.add_granted(portal, people, **facts)
    with people.As(WHO):
        funding.add_protocol_entry(case, "Telefonat", "2026-11-02")
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username=WHO)
    assert [(one.kind, one.times) for one in operations.traces_of(WHO)] == [("record", 1)]
    with people.As("hubleitung"):
        assert operations.take_out(WHO, GONE) == 1
    assert NAME not in kept(case)


def test_the_hub_management_does_it_on_a_page_and_over_rest(web, client, visit, path):
    service = "foerderung/@funding-traces"
    person = "malente-redaktion"
    page = visit("hubleitung", f"foerderung/@@personen-in-akten?person={person}")
    assert "Schritt eines Antrags" in page.text
    page.getControl("Die Person überall entfernen").click()
    assert "Bitte füllen Sie dieses Feld aus." in page.text
    assert "endgültig" in page.text
    hub = client("hubleitung")
    assert hub.get(service).status_code == 400
    found = hub.get(f"{service}?person={person}").json()["items"]
    assert {"plan", "application"} <= {item["kind"] for item in found}
    wrong = hub.post(service, json={"person": person})
    assert {error["field"] for error in wrong.json()["errors"]} == {"reason", "confirmed"}
    for name in ("berater", person, "malente-pruefung", None):
        assert client(name).get(f"{service}?person={person}").status_code in (401, 403)
        assert client(name).post(service, json={"person": person} | GONE).status_code in (401, 403)
        page = visit(name, f"foerderung/@@personen-in-akten?person={person}")
        assert "Schritt eines Antrags" not in page.text
    assert hub.post(service, json={"person": person} | GONE).json()["taken_out"] >= 2
    transaction.begin()
    assert hub.get(f"{service}?person={person}").json()["items"] == []
