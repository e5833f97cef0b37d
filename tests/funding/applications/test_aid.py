"""Notices that say De-minimis: the ledger is asked and written with them, in one step."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from datetime import timedelta
from decimal import Decimal
from kommunalhub.core.money import read_json
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import storage
from kommunalhub.funding.deminimis import mergers
from kommunalhub.funding.deminimis import operations as ledger

import pytest
import re
import transaction


FILED, DAY, LATER = date(2026, 9, 2), date(2026, 10, 12), date(2026, 11, 2)
APPLICATION = {"programme_title": "Ortskern", "kind": "first", "amount": 200000}
NOTICE = {
    "kind": "total",
    "day": DAY,
    "delivery": "post",
    "amount": Decimal(100000),
    "aid_regulation": "general",
    "undertaking": 1,
}


def add_case(portal, people, **fields):
    """A case in consultation with one application filed in September."""
    fields = {"total_cost": Decimal(500000)} | fields
    case = people.bring_to(people.add_consultation(portal, **fields), "in_consultation")
    with people.As("malente-redaktion"):
        made = operations.add_application(case, APPLICATION, read_json)
        made.path = tuple(entry | {"day": date(2026, 9, 1)} for entry in made.path)
        operations.take_step(case, 1, {"state": "filed", "day": FILED})
    return case


def enter_undertakings():
    for name in ("Stadtwerke Malente GmbH", "Hafenkontor GmbH"):
        ledger.add(name)


@pytest.fixture
def case(portal, people):
    enter_undertakings()
    return add_case(portal, people)


@pytest.fixture
def record(case, people):
    """Return a function that records a notice as the consultant."""

    def record(who="berater", **values):
        with people.As(who):
            return operations.record_notice(case, 1, NOTICE | values)

    return record


def counting(number=1):
    return [(aid.day, aid.amount) for aid in ledger.ledger_of(number).counting()]


def declared(number, amount, day=date(2026, 5, 4)):
    values = {"day": day, "amount": amount, "regulation": "general", "authority": "Kreis"}
    return ledger.grant(number, values | {"declared": True})


def test_a_notice_enters_its_aid(case, record):
    notice = record()
    [row] = ledger.ledger_of(1).rows()
    assert (row["day"], row["amount"], row["purpose"]) == (DAY, Decimal(100000), case.Title())
    assert row["origin"] == {"case": case.UID(), "application": 1, "notice": 1}
    assert notice["aids"] == ((1, row["number"]),)
    assert storage.application_of(case, 1).undertaking == 1


def test_what_exceeds_is_refused_whole_and_nothing_is_written(case, record):
    declared(1, "250000")
    with pytest.raises(operations.Wrong) as wrong:
        record()
    assert set(wrong.value.errors) == {"amount"}
    application = storage.application_of(case, 1)
    assert (application.notices, application.state, application.undertaking) == ((), "filed", None)
    assert len(counting()) == 1


def test_without_the_word_the_ledger_is_not_asked(case, record):
    declared(1, "300000")
    assert record(aid_regulation=None)["undertaking"] is None
    assert len(counting()) == 1


#: What a changed notice of a later day makes of an aid of 100,000 €.
CHANGES = [
    ({"amount": Decimal(100000)}, [(DAY, 100000)]),
    ({"amount": Decimal(150000)}, [(DAY, 100000), (LATER, 50000)]),
    ({"amount": Decimal(60000)}, [(DAY, 60000)]),
    ({"amount": Decimal(60000), "kind": "revocation"}, [(DAY, 60000)]),
    ({"amount": Decimal(0), "kind": "revocation"}, []),
    ({"kind": "denial"}, []),
    ({"aid_regulation": None}, []),
    ({"aid_regulation": "dawi"}, [(LATER, 100000)]),
    ({"undertaking": 2}, []),
]


@pytest.mark.parametrize("values, left", CHANGES)
def test_a_changed_notice_changes_its_aid(record, values, left):
    record()
    record(**{"kind": "change", "day": LATER, "replaces": 1} | values)
    assert counting() == [(day, Decimal(amount)) for day, amount in left]
    if values.get("undertaking") == 2:
        assert counting(2) == [(LATER, Decimal(100000))]


def test_less_after_more_takes_the_latest_first(record):
    record()
    record(kind="change", day=LATER, replaces=1, amount=Decimal(150000))
    record(kind="change", day=LATER, replaces=2, amount=Decimal(120000))
    assert counting() == [(DAY, Decimal(100000)), (LATER, Decimal(20000))]
    record(kind="change", day=LATER, replaces=3, amount=Decimal(70000))
    assert counting() == [(DAY, Decimal(70000))]


def test_more_is_checked_and_less_is_not(record):
    record()
    declared(1, "250000")
    with pytest.raises(operations.Wrong):
        record(kind="change", day=LATER, replaces=1, amount=Decimal(100001))
    assert counting()[0] == (DAY, Decimal(100000))
    record(kind="change", day=LATER, replaces=1, amount=Decimal(99999))
    assert (DAY, Decimal(99999)) in counting()


def test_the_rest_goes_to_who_followed_by_a_merger(record):
    record()
    mergers.merge(1, 2, date(2026, 10, 20))
    with pytest.raises(operations.Wrong) as wrong:
        record(kind="change", day=LATER, replaces=1, amount=Decimal(150000))
    assert set(wrong.value.errors) == {"day"}
    record(kind="change", day=LATER, replaces=1, amount=Decimal(150000), undertaking=2)
    assert (counting(1), counting(2)) == ([(DAY, Decimal(100000))], [(LATER, Decimal(50000))])


def test_what_was_withdrawn_counts_no_more(case, record, people):
    record()
    with people.As("malente-redaktion"):
        values = {"state": "withdrawn", "day": LATER, "comment": "Vorhaben aufgegeben"}
        operations.take_step(case, 1, values)
    assert counting() == []


def test_the_ledger_does_not_take_back_what_a_notice_granted(record):
    [(_number, aid)] = record()["aids"]
    with pytest.raises(ledger.Wrong):
        ledger.take_back(1, aid, "Versehen")
    assert len(counting()) == 1


def test_who_does_not_see_the_ledger_neither_chooses_nor_learns_sums(case, record):
    with pytest.raises(operations.Wrong) as wrong:
        record("malente-redaktion")
    assert set(wrong.value.errors) == {"undertaking"}
    with pytest.raises(operations.Wrong) as wrong:
        record("malente-redaktion", undertaking=None)
    assert set(wrong.value.errors) == {"aid_regulation"}
    storage.application_of(case, 1).undertaking = 1
    declared(1, "234567")
    with pytest.raises(operations.Wrong) as wrong:
        record("malente-redaktion", undertaking=None)
    message = wrong.value.errors["amount"]
    assert message == "deminimis_too_much_to_tell"
    assert "234" not in "".join(message.mapping.values())
    assert record("malente-redaktion", undertaking=None, amount=Decimal(50000))["aids"]


@pytest.mark.parametrize("values", [{"undertaking": 99}, {"undertaking": None}])
def test_the_undertaking_is_one_of_the_ledger(record, values):
    with pytest.raises(operations.Wrong) as wrong:
        record(**values)
    assert set(wrong.value.errors) == {"undertaking"}


# Through the doors


@pytest.fixture
def open_case(web, people):
    enter_undertakings()
    case = add_case(web, people)
    transaction.commit()
    return case


def path_of(case):
    return "/".join(case.getPhysicalPath()[2:])


def test_on_the_form(open_case, visit):
    declared(1, "250000")
    transaction.commit()
    page = f"{path_of(open_case)}/@@bescheid/1"
    assert "form.widgets.undertaking" not in visit("malente-redaktion", page).contents
    browser = visit("berater", page)
    browser.getControl(name="form.widgets.day").value = DAY.isoformat()
    browser.getControl(name="form.widgets.amount").value = "50.000,01"
    browser.getControl(name="form.widgets.aid_regulation:list").value = ["general"]
    browser.getControl(name="form.widgets.undertaking:list").value = ["1"]
    browser.getControl("Speichern").click()
    words = re.sub(r"\s+", " ", browser.text.replace("\xa0", " "))
    assert "frei sind 50.000,00 €" in words
    assert "als Ganzes unzulässig (Verordnung (EU) 2023/2831" in words
    browser.getControl(name="form.widgets.amount").value = "50.000,00"
    browser.getControl("Speichern").click()
    transaction.begin()
    assert "Der Bescheid ist eingetragen." in browser.text
    assert "Stadtwerke Malente GmbH" in browser.text
    assert ledger.state_of(1, "general").free == 0
    assert "folgt aus einem Bescheid" in visit("berater", "foerderung/@@de-minimis/1").text
    changed = visit("berater", f"{page}/1")
    assert changed.getControl(name="form.widgets.undertaking:list").value == ["1"]


def test_notices_and_clerks_at_once_keep_to_the_ceiling(web, people, open_case, client):
    """Each request in a thread and a connection of its own; whoever conflicts is tried again."""
    other = add_case(web, people, title="Wärmenetz")
    ledger.link(1, 2)
    transaction.commit()
    aid = {"regulation": "general", "authority": "Malente", "amount": "80000"}
    notice = NOTICE | {"day": DAY.isoformat(), "amount": "80000", "kind": "partial"}
    asked = [
        (f"{path_of(open_case)}/@notices/1", notice),
        (f"{path_of(other)}/@notices/1", notice | {"undertaking": 2}),
        ("foerderung/@de-minimis/1", aid | {"day": DAY.isoformat()}),
        ("foerderung/@de-minimis/2", aid | {"day": DAY.isoformat()}),
    ] * 2
    sessions = [client("berater") for _one in asked]

    def ask(number):
        status = 503
        while status == 503:  # too many at once even after trying again: a client asks once more
            status = sessions[number].post(asked[number][0], json=asked[number][1]).status_code
        return status

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(ask, range(len(asked))))
    transaction.begin()
    assert sorted(answers)[:3] == [201] * 3
    assert set(answers[:2] + answers[4:6]) <= {201, 400}
    assert set(answers[2:4] + answers[6:]) <= {201, 409}
    assert answers.count(201) == 3
    assert ledger.state_of(1, "general").used == Decimal(240000)
    noticed = [storage.application_of(one, 1).notices for one in (open_case, other)]
    assert sum(map(len, noticed)) == answers[:2].count(201) + answers[4:6].count(201)


def test_over_rest(open_case, client):
    path, session = path_of(open_case), client("berater")
    values = NOTICE | {"day": DAY.isoformat(), "amount": "100000.00"}
    made = session.post(f"{path}/@notices/1", json=values)
    assert made.status_code == 201, made.text
    assert (made.json()["aid_regulation"], made.json()["undertaking"]) == ("general", 1)
    assert "aids" not in made.json()
    found = session.get("foerderung/@de-minimis/1").json()
    assert found["aids"][0]["of_notice"] is True
    transaction.begin()
    declared(1, "200000", DAY + timedelta(days=1))
    transaction.commit()
    more = values | {"kind": "change", "replaces": 1, "amount": "100000.01"}
    refused = session.post(f"{path}/@notices/1", json=more | {"day": LATER.isoformat()})
    assert refused.status_code == 400
    [error] = refused.json()["errors"]
    assert error["field"] == "amount"
    assert "frei sind 0,00" in error["message"]
    for wrong in ({"aid_regulation": "fish"}, {"aid_regulation": ["general"]}):
        assert session.post(f"{path}/@notices/1", json=values | wrong).status_code == 400
    for wrong in (99, "x", True, -1, 10**12, [1]):
        refused = session.post(f"{path}/@notices/1", json=values | {"undertaking": wrong})
        assert [error["field"] for error in refused.json()["errors"]] == ["undertaking"]
