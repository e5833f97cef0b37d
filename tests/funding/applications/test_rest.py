"""Applications, notices, orders and plans over REST: what works, what is refused, and for whom."""

from datetime import date
from kommunalhub.core import formatting
from kommunalhub.core.money import read_json
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import storage

import pytest
import transaction


APPLICATION = {"programme_title": "Ortskern", "kind": "first", "amount": 1000}
NOTICE = {"kind": "total", "day": "2026-10-12", "delivery": "post", "amount": "1000.00"}
ORDER = {"day": "2026-10-05", "what": "Dach", "amount": 128400, "kind": "works"}
PLAN = {
    "items": [{"title": "Dach", "gross": "1.000,00", "eligible": True}],
    "funds": [{"kind": "own", "amount": 1000}],
}
SERVICES = ("@funding-file", "@applications", "@orders", "@plans")


@pytest.fixture
def case(web, people):
    """A case in consultation with one application filed in September, committed."""
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    with people.As("malente-redaktion"):
        made = operations.add_application(case, APPLICATION, read_json)
        made.path = tuple(entry | {"day": date(2026, 9, 1)} for entry in made.path)
        operations.take_step(case, 1, {"state": "filed", "day": date(2026, 9, 2)})
    transaction.commit()
    return case


@pytest.fixture
def path(case):
    return "/".join(case.getPhysicalPath()[2:])


def errors_of(response):
    assert response.status_code == 400, response.text
    return {error["field"]: error["message"] for error in response.json()["errors"]}


def test_a_file_is_kept_over_rest(case, path, client):
    editor, consultant = client("malente-redaktion"), client("berater")
    made = editor.post(f"{path}/@applications", json=APPLICATION | {"programme_title": "LED"})
    assert made.status_code == 201, made.text
    assert (made.json()["number"], made.json()["state"]) == (2, "sketch")
    today = formatting.to_local(formatting.now()).date().isoformat()
    step = {"state": "withdrawn", "day": today, "comment": "doch nicht"}
    assert editor.patch(f"{path}/@applications/2", json={"step": step}).json()["state"] == (
        "withdrawn"
    )
    stopped = editor.post(f"{path}/@orders/1", json=ORDER)
    assert stopped.status_code == 409, stopped.text
    assert "LHO" in stopped.json()["source"]
    assert [one["code"] for one in stopped.json()["findings"]] == ["waiting"]
    waits = editor.post(f"{path}/@orders/1", json=ORDER | {"reason": "Gefahr im Verzug"})
    assert waits.status_code == 202, waits.text
    number = waits.json()["number"]
    own = editor.patch(f"{path}/@orders/1", json={"order": number, "confirm": True})
    assert set(errors_of(own)) == {"confirm"}
    done = consultant.patch(f"{path}/@orders/1", json={"order": number, "confirm": True})
    assert done.status_code == 200, done.text
    assert "hands" not in done.text
    assert done.json()["orders"][0]["override"]["confirmed_by"] == "berater"
    values = NOTICE | {"conditions": [{"text": "Schild"}]}
    notice = consultant.post(f"{path}/@notices/1", json=values)
    assert notice.status_code == 201, notice.text
    key = notice.json()["conditions"][0]["id"]
    ticked = editor.patch(f"{path}/@applications/1", json={"condition": key, "done": True})
    assert ticked.json()["notices"][0]["conditions"][0]["done_on"]
    plan = editor.post(f"{path}/@plans", json=PLAN)
    assert (plan.status_code, plan.json()["costs"]) == (201, "1000.00")
    whole = client("malente-mitarbeit").get(f"{path}/@funding-file").json()
    assert whole["begin"]["permitted_begin"] == "2026-10-12"
    assert [one["number"] for one in whole["applications"]] == [1, 2]
    many = editor.post(
        f"{path}/@orders/1",
        json={"orders": [ORDER | {"day": "2026-10-12"}, ORDER], "dry_run": False},
    )
    assert (many.status_code, many.json()["recorded"]) == (400, False)
    assert [bool(one["problem"]) for one in many.json()["items"]] == [False, True]
    transaction.begin()
    assert len(storage.funding_of(case).orders()) == 1


@pytest.mark.parametrize(
    "service, body, fields",
    [
        ("@applications", {}, {"programme", "kind"}),
        ("@applications", APPLICATION | {"amount": "1.234.5"}, {"amount"}),
        ("@applications", APPLICATION | {"programme": ["x"]}, {"programme"}),
        ("@applications/1", {"title": 5}, {"title"}),
        ("@notices/1", NOTICE | {"rate": 101, "amount": "1e9"}, {"rate", "amount"}),
        ("@notices/1", NOTICE | {"conditions": [{"due": "x"}]}, {"conditions"}),
        ("@orders/1", ORDER | {"kind": {"a": 1}, "day": 20261001}, {"kind", "day"}),
        ("@orders/1", {"orders": []}, {"orders"}),
        ("@plans", {"items": 5, "funds": [[]]}, {"items", "funds.0.kind", "funds.0.amount"}),
        ("@plans", PLAN | {"funds": [{"kind": "own", "amount": "999.99"}]}, {"funds"}),
    ],
)
def test_what_is_wrong_is_told_by_field(path, client, service, body, fields):
    response = client("berater").post(f"{path}/{service}", json=body)
    assert set(errors_of(response)) == fields


@pytest.mark.parametrize(
    "body",
    [
        {"step": "filed"},
        {"step": {"state": "granted", "day": "2026-10-01"}},
        {"early_start": []},
        {"amount": "viel"},
        {"amount": None},
    ],
)
def test_a_wrong_change_is_told(path, client, body):
    assert errors_of(client("berater").patch(f"{path}/@applications/1", json=body))


@pytest.mark.parametrize(
    "method, service, body",
    [
        ("get", "@applications/9", None),
        ("get", "@plans/1", None),
        ("get", "@notices/9", None),
        ("post", "@orders/9", ORDER),
        ("patch", "@applications/1", {"document": ["x"], "state": "there"}),
        ("patch", "@applications/1", {"condition": {}, "done": True}),
        ("patch", "@orders/1", {"order": "1"}),
        ("patch", "@orders/1", {"order": 7, "confirm": True}),
    ],
)
def test_what_is_not_there_is_not_found(path, client, method, service, body):
    response = getattr(client("berater"), method)(f"{path}/{service}", json=body)
    assert response.status_code == 404, response.text


def test_who_may_not_is_refused(case, path, client):
    for who in (None, "lensahn-redaktion", "gruenderin"):
        for service in SERVICES:
            response = client(who).get(f"{path}/{service}")
            assert response.status_code in (401, 403, 404), (who, service)
            assert "Ortskern" not in response.text
    for who in (None, "lensahn-redaktion", "malente-mitarbeit", "malente-pruefung"):
        for service, body in (("@applications", APPLICATION), ("@orders/1", ORDER)):
            response = client(who).post(f"{path}/{service}", json=body)
            assert response.status_code in (401, 403, 404), (who, service)
    transaction.begin()
    assert len(storage.funding_of(case).applications) == 1
