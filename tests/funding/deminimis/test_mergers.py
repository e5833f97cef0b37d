"""Mergers, splits and Member States on the pages of the ledger and over REST."""

from datetime import timedelta
from decimal import Decimal
from kommunalhub.core import formatting
from kommunalhub.funding.deminimis import mergers
from kommunalhub.funding.deminimis import operations

import pytest
import re
import transaction


LIST = "foerderung/@@de-minimis"
SERVICE = "foerderung/@de-minimis"
TODAY = formatting.to_local(formatting.now()).date()
DAY, BEFORE = TODAY - timedelta(days=100), TODAY - timedelta(days=400)


@pytest.fixture
def undertakings(web):
    """Four undertakings, 1 with 250,000 €, 2 with 100,000 € granted; committed."""
    for name in ("Werft", "Segelschule", "Bootsbau", "Hafenkontor"):
        operations.add(name)
    granted(1, "250000")
    granted(2, "100000")
    transaction.commit()
    return web


def granted(number, amount, day=BEFORE, **more):
    values = {"day": day, "amount": amount, "regulation": "general", "authority": "Malente"}
    return operations.grant(number, values | more)


def free(number):
    return operations.state_of(number, "general").free


def words(browser):
    return re.sub(r"\s+", " ", browser.text.replace("\xa0", " ").replace("&nbsp;", " "))


def test_a_merger_is_entered_and_taken_back(undertakings, visit):
    browser = visit("berater", f"{LIST}/1")
    browser.getLink("Fusion eintragen").click()
    browser.getControl(name="form.widgets.into:list").value = ["2"]
    browser.getControl(name="form.widgets.day").value = DAY.isoformat()
    browser.getControl("Speichern").click()
    transaction.begin()
    assert "gehört Werft zu Segelschule" in words(browser)
    assert free(2) == 0
    assert "Seither hier angerechnet" in visit("berater", f"{LIST}/2").text
    assert "jetzt: Segelschule" in words(visit("berater", LIST))
    with pytest.raises(operations.Wrong) as wrong:
        granted(1, "1", DAY)
    assert set(wrong.value.errors) == {"day"}
    assert granted(1, "1", BEFORE)
    transaction.abort()
    browser.getControl("Zurücknehmen").click()
    assert "Bitte schreiben Sie, warum." in browser.text
    browser.getControl(name="reason", index=0).value = "Falsches Unternehmen"
    browser.getControl("Zurücknehmen").click()
    transaction.begin()
    assert free(2) == 200000
    assert "Falsches Unternehmen" in browser.text


def test_a_split_is_entered(undertakings, visit):
    browser = visit("berater", "foerderung/@@split-undertaking/2")
    browser.getControl(name="form.widgets.day").value = DAY.isoformat()
    browser.getControl(name="form.widgets.part_1:list").value = ["3"]
    browser.getControl(name="form.widgets.part_2:list").value = ["4"]
    browser.getControl("Speichern").click()
    assert "Buchwert des Eigenkapitals" in browser.text
    browser.getControl(name="form.widgets.equity_1").value = "30.000,00"
    browser.getControl(name="form.widgets.equity_2").value = "70.000"
    browser.getControl("Speichern").click()
    transaction.begin()
    assert [free(number) for number in (2, 3, 4)] == [300000, 270000, 230000]
    assert "wurde Segelschule geteilt" in words(browser)


def test_aid_of_another_member_state_is_declared_and_counts_apart(undertakings, visit):
    with pytest.raises(operations.Wrong) as wrong:
        granted(1, "100", member_state="DK")
    assert set(wrong.value.errors) == {"member_state"}
    granted(1, "300000", member_state="DK", declared=True)
    transaction.commit()
    assert free(1) == 50000
    page = words(visit("berater", f"{LIST}/1"))
    assert "Allgemeine De-minimis-Beihilfe (Dänemark)" in page
    assert "Agrar-De-minimis-Beihilfe (Dänemark)" not in page


def test_what_turns_out_to_be_above_the_ceiling_is_marked(undertakings, visit):
    operations.link(1, 2)
    transaction.commit()
    assert "über dem Höchstbetrag" in visit("berater", f"{LIST}/1").text
    operations.unlink(1, 2)
    transaction.commit()
    assert "über dem Höchstbetrag" not in visit("berater", f"{LIST}/1").text


def test_over_rest(undertakings, client):
    session, path = client("berater"), f"{SERVICE}/1"
    split = {
        "split": [{"undertaking": 1, "equity": "1.00"}, {"undertaking": 3, "equity": 3}],
        "day": BEFORE.isoformat(),
    }
    assert session.patch(path, json=split | {"day": DAY.isoformat()}).status_code == 204
    assert session.get(f"{SERVICE}/3").json()["ceilings"]["general"]["used"] == "187500.00"
    found = session.get(path).json()["successions"]
    assert [one["parts"][1]["equity"] for one in found] == ["3"]
    assert session.patch(path, json={"merge": 2, "day": DAY.isoformat()}).status_code == 400
    back = {"succession": 1, "taken_back": "Irrtum"}
    assert session.patch(path, json=back).status_code == 204
    assert session.patch(path, json=back).status_code == 404
    taken = {"taken": [{"aid": 1, "undertaking": 3}], "day": DAY.isoformat()}
    bare = {"split": [{"undertaking": 1}, {"undertaking": 3}]}
    assert session.patch(path, json=bare | taken).status_code == 204
    assert session.get(f"{SERVICE}/3").json()["ceilings"]["general"]["used"] == "250000.00"
    merged = {"merge": 2, "day": DAY.isoformat()}
    assert session.patch(f"{SERVICE}/3", json=merged).status_code == 204
    assert session.get(f"{SERVICE}/2").json()["ceilings"]["general"]["free"] == "0.00"


@pytest.mark.parametrize(
    "body, field",
    [
        ({"merge": 1}, "into"),
        ({"merge": 99}, "into"),
        ({"merge": True}, "merge"),
        ({"merge": "2"}, "merge"),
        ({"merge": 2, "day": "gestern"}, "day"),
        ({"merge": 2, "day": "2999-01-01"}, "day"),
        ({"merge": 2, "day": None}, "day"),
        ({"split": None}, "parts"),
        ({"split": [1, 2]}, "parts"),
        ({"split": [{"undertaking": 2}]}, "parts"),
        ({"split": [{"undertaking": 2}, {"undertaking": 2}]}, "parts"),
        ({"split": [{"undertaking": 2}, {"undertaking": 99}]}, "parts"),
        ({"split": [{"undertaking": 2}, {"undertaking": 3}]}, "parts"),  # no equity
        (
            {"split": [{"undertaking": 2, "equity": 0}, {"undertaking": 3, "equity": "x"}]},
            "parts",
        ),
        (
            {"split": [{"undertaking": 2, "equity": 1e300}, {"undertaking": 3, "equity": 1}]},
            "parts",
        ),
        (
            {"split": [{"undertaking": 2}, {"undertaking": 3}], "taken": [{"aid": 2}]},
            "taken",
        ),
        (
            {
                "split": [{"undertaking": 2}, {"undertaking": 3}],
                "taken": [{"aid": 1, "undertaking": 4}],
            },
            "taken",
        ),
        ({"split": [{"undertaking": 2}, {"undertaking": 3}], "taken": {"aid": []}}, "taken"),
        (
            {
                "split": [{"undertaking": 2}, {"undertaking": 3}],
                "taken": [{"aid": 1, "undertaking": [2]}],
            },
            "taken",
        ),
    ],
)
def test_wrong_over_rest(undertakings, client, body, field):
    answer = client("berater").patch(f"{SERVICE}/1", json={"day": DAY.isoformat()} | body)
    assert answer.status_code == 400, answer.text
    assert {error["field"] for error in answer.json()["errors"]} == {field}
    assert mergers.successions_of(1) == []


def test_who_merges_writes_the_ledgers_of_all(undertakings):
    before = [operations.ledger_of(number).changes for number in (1, 2, 3)]
    mergers.merge(1, 2, DAY)
    after = [operations.ledger_of(number).changes for number in (1, 2, 3)]
    assert [new > old for old, new in zip(before, after, strict=True)] == [True, True, False]
    granted(2, "0.01", BEFORE)
    assert operations.ledger_of(1).changes > after[0]
    assert free(2) == Decimal(0)


@pytest.mark.parametrize("page", ["merge-undertakings", "split-undertaking"])
def test_others_do_not_get_the_forms(undertakings, visit, page):
    browser = visit("malente-redaktion", f"foerderung/@@{page}/1")
    assert "Werft" not in browser.text
    assert visit("berater", f"foerderung/@@{page}/99").headers["Status"].startswith("404")
