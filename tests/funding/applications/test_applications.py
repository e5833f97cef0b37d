"""Applications of a case: added, taken on their way, summed up on the case."""

from datetime import date
from decimal import Decimal
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.operations import acts_for
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import storage
from kommunalhub.funding.applications.events import ApplicationChanged
from kommunalhub.funding.applications.events import NoticeRecorded
from kommunalhub.funding.applications.typed import Wrong
from plone import api
from zope.component import getGlobalSiteManager

import pytest
import transaction


NOTICE = {
    "kind": "total",
    "day": date(2026, 11, 2),
    "delivery": "post",
    "amount": Decimal("100000.00"),
}


def add(case, **values):
    return operations.add_application(
        case, {"programme_title": "Ortskern", "kind": "first", **values}
    )


def step(case, number, state, day=date(2026, 10, 1), **more):
    return operations.take_step(case, number, {"state": state, "day": day, **more})


@pytest.fixture
def case(portal, people):
    """A case with a recommendation."""
    return people.bring_to(people.add_consultation(portal), "recommended")


@pytest.fixture
def told():
    """What was told of applications."""
    heard, sites = [], getGlobalSiteManager()
    for kind in (ApplicationChanged, NoticeRecorded):
        sites.registerHandler(heard.append, (kind,))
    yield heard
    for kind in (ApplicationChanged, NoticeRecorded):
        sites.unregisterHandler(heard.append, (kind,))


def early(case, frozen_days=()):
    """Let the application have begun long ago: its steps bear days of the past."""
    for one in storage.funding_of(case).applications.values():
        one.path = tuple(entry | {"day": date(2026, 9, 1)} for entry in one.path)


def test_nothing_is_written_by_reading(case):
    assert not storage.funding_of(case).applications
    assert storage.KEY not in case.__annotations__


def test_applications_are_numbered_and_told_of(case, told):
    one, two = add(case), add(case, kind="change")
    assert (one.number, two.number) == (1, 2)
    assert [event.application.number for event in told] == [1, 2]
    assert all(event.object is case for event in told)


def test_the_programme_keeps_its_title(case, portal, people):
    programme = people.add_programme(portal, title="Kommunale Gebäude")
    made = add(case, programme=programme.UID(), programme_title="")
    assert (made.programme, made.programme_title) == (programme.UID(), "Kommunale Gebäude")


@pytest.mark.parametrize(
    "values, field",
    [
        ({"programme_title": " "}, "programme"),
        ({"programme": "no such"}, "programme"),
        ({"kind": "second"}, "kind"),
        ({"amount": "1,234"}, "amount"),
        ({"amount": Decimal("NaN")}, "amount"),
        ({"amount": Decimal("184500.01")}, "amount"),
        ({"clearance_until": "2026-02-30"}, "clearance_until"),
        ({"reference": "x" * 101}, "reference"),
    ],
)
def test_what_is_wrong_stands_at_its_field(case, values, field):
    with pytest.raises(Wrong) as wrong:
        add(case, **values)
    assert set(wrong.value.errors) == {field}
    assert not storage.funding_of(case).applications


def test_a_filed_application_is_summed_up(case):
    add(case, amount="100.000,00")
    early(case)
    step(case, 1, "filed")
    assert case.applied_amount == Decimal("100000.00")
    assert storage.application_of(case, 1).filed_on == date(2026, 10, 1)


def test_a_notice_is_summed_up_and_told_of(case, told):
    add(case, amount=Decimal(120000))
    early(case)
    step(case, 1, "filed")
    notice = operations.record_notice(case, 1, NOTICE)
    application = storage.application_of(case, 1)
    assert application.state == "partly_granted"
    assert (case.granted_amount, case.decision_date) == (Decimal(100000), date(2026, 11, 2))
    assert [type(event) for event in told[-2:]] == [NoticeRecorded, ApplicationChanged]
    assert told[-2].notice == notice
    assert "granted_amount" in IJournal(case).last("edited")["fields"]


def test_only_a_notice_grants(case):
    add(case, amount=Decimal(1000))
    early(case)
    step(case, 1, "filed")
    with pytest.raises(Wrong) as wrong:
        step(case, 1, "granted")
    assert "state" in wrong.value.errors


def test_no_notice_before_it_is_filed(case):
    add(case, amount=Decimal(1000))
    with pytest.raises(Wrong) as wrong:
        operations.record_notice(case, 1, NOTICE)
    assert "kind" in wrong.value.errors
    assert not storage.application_of(case, 1).notices


@pytest.mark.parametrize(
    "state, more, field",
    [
        ("final", {}, "state"),
        ("filed", {}, "state"),
        ("withdrawn", {}, "comment"),
        ("in_work", {"day": date(2030, 1, 1)}, "day"),
        ("in_work", {"day": "gestern"}, "day"),
        ("nowhere", {}, "state"),
    ],
)
def test_a_wrong_step_changes_nothing(case, state, more, field):
    add(case)
    early(case)
    with pytest.raises(Wrong) as wrong:
        step(case, 1, state, **more)
    assert field in wrong.value.errors
    assert storage.application_of(case, 1).state == "sketch"


def test_a_plan_balances_or_is_refused(case):
    items = [{"title": "Dach", "gross": "184.500,00", "eligible": True}]
    with pytest.raises(Wrong) as wrong:
        operations.save_plan(
            case, {"items": items, "funds": [{"kind": "own", "amount": "184499,99"}]}
        )
    assert set(wrong.value.errors) == {"funds"}
    plan = operations.save_plan(
        case, {"items": items, "funds": [{"kind": "own", "amount": "184500"}]}
    )
    assert plan["version"] == 1
    assert storage.funding_of(case).plan() is plan


def test_wrong_rows_of_a_plan_are_told_by_place(case):
    with pytest.raises(Wrong) as wrong:
        operations.save_plan(
            case,
            {
                "items": [{"title": "", "gross": "1,234"}],
                "funds": [{"kind": "own", "amount": "1"}, {"kind": "gift", "amount": "-"}],
            },
        )
    assert set(wrong.value.errors) == {
        "items.0.title",
        "items.0.gross",
        "funds.1.kind",
        "funds.1.amount",
    }


def test_a_copy_has_no_applications(case, people):
    add(case)
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(case, target=case.aq_parent)
    assert not storage.funding_of(copy).applications


def test_the_case_shows_its_applications_from_the_advice_on(web, people, visit):
    case = people.bring_to(people.add_consultation(web), "released")
    transaction.commit()
    path = "/".join(case.getPhysicalPath()[2:])
    assert "Anträge" not in visit("berater", path).text
    with people.As("berater"):
        api.content.transition(case, "take")
        add(case, amount=Decimal(100000))
    transaction.commit()
    page = visit("malente-mitarbeit", path)
    assert "Noch ist nichts beantragt" not in page.text
    page.getLink("1 · Ortskern").click()
    assert page.url.endswith("/@@antrag/1")
    assert "Skizze" in page.text
    stranger = visit("lensahn-redaktion", f"{path}/@@antrag/1")
    assert "Ortskern" not in stranger.text
    for wrong in ("2", "0", "x", "1/2"):
        assert visit("berater", f"{path}/@@antrag/{wrong}").headers["Status"].startswith("404")


def test_an_application_is_added_by_its_form(web, people, visit):
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    transaction.commit()
    path = "/".join(case.getPhysicalPath()[2:])
    page = visit("malente-redaktion", path)
    page.getLink("Antrag anlegen").click()
    page.getControl(name="form.widgets.programme_title").value = "Ortskern"
    page.getControl(name="form.widgets.amount").value = "1,234"
    page.getControl("Speichern").click()
    assert "Zahl" in page.text
    page.getControl(name="form.widgets.amount").value = "135.375,00"
    page.getControl("Speichern").click()
    assert page.url.endswith("/@@antrag/1")
    transaction.begin()
    assert storage.application_of(case, 1).amount == Decimal("135375.00")
    assert "Antrag anlegen" not in visit("malente-mitarbeit", path).text
    denied = visit("malente-mitarbeit", f"{path}/@@antrag-anlegen")
    assert "form.widgets.amount" not in denied.text


def test_an_early_start_is_asked_for_and_approved(case):
    add(case)
    values = {"state": "asked", "day": date(2026, 10, 1)}
    operations.decide_early_start(case, 1, values)
    with pytest.raises(Wrong) as wrong:
        operations.decide_early_start(
            case,
            1,
            {"state": "approved", "day": date(2026, 9, 1), "valid_until": date(2026, 8, 1)},
        )
    assert set(wrong.value.errors) == {"day", "valid_until"}
    operations.decide_early_start(
        case, 1, {"state": "approved", "day": date(2026, 10, 9), "valid_until": "2027-03-31"}
    )
    application = storage.application_of(case, 1)
    assert application.early_start == {
        "state": "approved",
        "asked_on": date(2026, 10, 1),
        "decided_on": date(2026, 10, 9),
        "valid_until": date(2027, 3, 31),
    }
    assert [entry["state"] for entry in application.early_log] == ["asked", "approved"]


def test_the_steps_of_the_case_follow_its_applications(case, people):
    may = operations_of_case(case, people)
    assert may("malente-redaktion", "file")
    add(case, amount=Decimal(1000))
    assert not may("malente-redaktion", "file")
    early(case)
    step(case, 1, "filed")
    assert may("malente-redaktion", "file")
    with people.As("malente-redaktion"):
        api.content.transition(case, "file")
    assert not may("berater", "grant")
    assert not may("berater", "deny")
    operations.record_notice(case, 1, NOTICE | {"amount": Decimal(900)})
    assert may("berater", "grant")
    assert not may("berater", "deny")
    operations.record_notice(
        case, 1, NOTICE | {"kind": "revocation", "amount": Decimal(0), "replaces": 1}
    )
    assert not may("berater", "grant")
    assert may("berater", "deny")


def operations_of_case(case, people):
    """Return a function that says whether a person may take a transition."""

    def may(who, transition):
        with people.As(who):
            acts = acts_for(case)
        return any(act["id"] == transition and act["allowed"] for act in acts)

    return may


def test_steps_are_noted_by_the_form(web, people, visit):
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    with people.As("malente-redaktion"):
        add(case, amount=Decimal(1000))
    early(case)
    transaction.commit()
    path = "/".join(case.getPhysicalPath()[2:])
    page = visit("malente-redaktion", f"{path}/@@antrag/1")
    assert "Stellen Sie den Antrag" in page.text
    page.getLink("Schritt eintragen").click()
    page.getControl(name="form.widgets.state:list").value = ["filed"]
    page.getControl("Speichern").click()
    assert page.url.endswith("/@@antrag/1")
    assert "Beauftragen Sie nichts vor dem Bescheid" in page.text
    page.getLink("Vorzeitiger Beginn").click()
    page.getControl(name="form.widgets.state:list").value = ["asked"]
    page.getControl(name="form.widgets.day").value = "2026-10-01"
    page.getControl("Speichern").click()
    assert "Vorzeitiger Beginn beantragt" in page.text
    page.getLink("Angaben ändern").click()
    assert page.getControl(name="form.widgets.amount").value == "1.000,00"
    page.getControl(name="form.widgets.amount").value = "2.000"
    page.getControl(name="form.widgets.clearance_until").value = "2026-11-01"
    page.getControl("Speichern").click()
    assert "abgelaufen am 1. November 2026" in page.text
    transaction.begin()
    assert case.applied_amount == Decimal(2000)


def test_steps_go_on_in_time_but_for_the_sketch(case):
    add(case, amount=Decimal(1000))
    step(case, 1, "in_work", day=date(2026, 9, 5))
    application = storage.application_of(case, 1)
    assert [entry["day"] for entry in application.path] == [date(2026, 9, 5)] * 2
    with pytest.raises(Wrong) as wrong:
        step(case, 1, "filed", day=date(2026, 9, 4))
    assert set(wrong.value.errors) == {"day"}


def offered(page):
    """Return what a form offers as the next state."""
    return set(page.getControl(name="form.widgets.state:list").options) - {"--NOVALUE--"}


def test_forms_offer_only_what_may_follow(web, people, visit):
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    with people.As("malente-redaktion"):
        add(case, amount=Decimal(1000))
        operations.add_document(case, 1, {"title": "Ratsbeschluss", "required": "1"})
    early(case)
    transaction.commit()
    path = "/".join(case.getPhysicalPath()[2:])
    page = visit("malente-redaktion", f"{path}/@@vorzeitiger-beginn/1")
    assert offered(page) == {"asked", "approved"}
    page = visit("malente-redaktion", f"{path}/@@antrag-schritt/1")
    assert offered(page) == {"in_work", "filed", "withdrawn"}
    page.getControl(name="form.widgets.state:list").value = ["filed"]
    page.getControl("Speichern").click()
    assert "Ratsbeschluss" in page.text
    page.getControl(name="form.widgets.anyway:list").value = ["selected"]
    page.getControl("Speichern").click()
    assert page.url.endswith("/@@antrag/1")
    page = visit("malente-redaktion", f"{path}/@@antrag-schritt/1")
    assert offered(page) == {"in_work", "withdrawn"}
    assert "form.widgets.anyway" not in page.contents
