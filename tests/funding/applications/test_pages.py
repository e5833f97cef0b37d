"""Notices and orders on the page of an application, as people enter them."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import storage
from kommunalhub.funding.applications.permissions import keeps
from kommunalhub.funding.applications.permissions import may_keep
from plone import api

import io
import pytest
import re
import transaction


NOTICE = {
    "kind": "total",
    "day": date(2026, 10, 12),
    "delivery": "post",
    "amount": Decimal(1000),
    "conditions": "31.12.2026: Nachweis der Versicherung\nBauschild aufstellen",
}


def words(browser):
    return re.sub(r"\s+", " ", browser.text.replace("\xa0", " "))


def filed(case, title="Ortskern", **values):
    made = operations.add_application(
        case, {"programme_title": title, "kind": "first", "amount": Decimal(1000), **values}
    )
    made.path = tuple(entry | {"day": date(2026, 9, 1)} for entry in made.path)
    operations.take_step(case, made.number, {"state": "filed", "day": date(2026, 9, 2)})
    return made


@pytest.fixture
def case(web, people):
    case = people.bring_to(people.add_consultation(web), "applied")
    with people.As("malente-redaktion"):
        filed(case)
    transaction.commit()
    return case


@pytest.fixture
def path(case):
    return "/".join(case.getPhysicalPath()[2:])


def save(browser):
    browser.getControl("Speichern").click()
    transaction.begin()
    return browser


def test_a_notice_is_recorded_changed_and_its_conditions_ticked_off(case, path, visit):
    page = visit("berater", f"{path}/@@antrag/1")
    page.getLink("Bescheid eintragen").click()
    assert page.getControl(name="form.widgets.amount").value == "1.000,00"
    page.getControl(name="form.widgets.day").value = "2026-10-12"
    page.getControl(name="form.widgets.amount").value = "1.000,01"
    page.getControl(name="form.widgets.interim").value = "31.03.2027, 31.02.2028"
    page.getControl(name="form.widgets.conditions").value = NOTICE["conditions"]
    save(page)
    assert "mehr bewilligt als beantragt" in words(page).lower()
    assert "Bitte geben Sie ein Datum" in words(page)
    page.getControl(name="form.widgets.amount").value = "900"
    page.getControl(name="form.widgets.interim").value = "31.03.2027, 31.03.2028"
    page.getControl(name="form.widgets.proof_months").value = "6"
    save(page)
    assert "Teilweise bewilligt" in page.text
    assert "Nachweis der Versicherung" in page.text
    notice = storage.application_of(case, 1).notices[0]
    assert notice["interim"] == (date(2027, 3, 31), date(2028, 3, 31))
    assert notice["proof"] == {"months": 6}
    assert [one["due"] for one in notice["conditions"]] == [date(2026, 12, 31), None]
    form = page.getForm(action="@@antrag-tun/1", index=1)
    form.getControl(name="owner").value = ["malente-mitarbeit"]
    form.getControl(name="done").value = ["1"]
    form.getControl("Vermerken").click()
    transaction.begin()
    assert "erledigt am" in page.text and "Mia Malente" in page.text
    page.getLink("Änderung oder Berichtigung").click()
    page.getControl(name="form.widgets.day").value = "2026-11-02"
    page.getControl(name="form.widgets.amount").value = "1000"
    save(page)
    application = storage.application_of(case, 1)
    old, new = application.notices
    assert (new["replaces"], old["amount"], new["amount"]) == (1, Decimal(900), Decimal(1000))
    assert new["conditions"][0] == old["conditions"][0]
    assert "Ersetzt: Zuwendungsbescheid, 12. Oktober 2026" in words(page)
    assert visit("berater", f"{path}/@@bescheid/1/1").headers["Status"].startswith("404")


def test_an_order_too_early_is_stopped_and_overridden_by_two(case, path, visit):
    page = visit("malente-redaktion", f"{path}/@@antrag/1")
    assert "Noch darf nichts beauftragt werden" in page.text
    page.getLink("Auftrag oder Vertrag").click()
    page.getControl(name="form.widgets.day").value = "2026-10-05"
    page.getControl(name="form.widgets.what").value = "Dach"
    page.getControl(name="form.widgets.amount").value = "128.400,00"
    page.getControl(name="form.widgets.kind:list").value = ["works"]
    page.getControl(name="form.widgets.reserved:list").value = ["selected"]
    save(page)
    told = words(page)
    assert "Halt, es ist nichts eingetragen" in told
    assert "Quelle: VV Nr. 1.3 zu § 44 LHO" in told
    assert not storage.funding_of(case).orders()
    page.getControl(name="form.widgets.reason").value = "Gefahr im Verzug"
    save(page)
    assert "wartet auf eine zweite Person" in page.text
    assert "Bestätigen: Der Auftrag zählt" not in page.text
    assert not storage.funding_of(case).orders()
    second = visit("berater", f"{path}/@@antrag/1")
    second.getControl("Bestätigen: Der Auftrag zählt").click()
    transaction.begin()
    assert "bestätigt von Bea Beratung" in words(second)
    assert len(storage.funding_of(case).orders()) == 1
    story = visit("malente-redaktion", path)
    assert "Auftrag vor dem erlaubten Beginn bestätigt" in story.text


def test_many_orders_are_looked_at_first(case, path, visit, people):
    with people.As("berater"):
        operations.record_notice(case, 1, NOTICE)
    transaction.commit()
    page = visit("malente-redaktion", f"{path}/@@auftraege-einlesen/1")

    def upload(text):
        control = page.getControl(name="file")
        control.add_file(io.BytesIO(text.encode("cp1252")), "text/csv", "auftraege.csv")
        page.getControl("Zuerst ansehen").click()
        transaction.begin()

    head = "Tag;Was;Betrag;Firma;Art;Vorbehalt\n"
    upload(head + "12.10.2026;Dach;1.000,00;Müller;works;nein\n11.10.2026;Tür;5,00;;works;ja\n")
    assert "Zeilen, die nicht gehen: 1" in words(page)
    assert "darf vor dem 12. Oktober 2026 nichts beauftragt werden" in words(page)
    assert "Alle eintragen" not in page.text
    upload(head + "12.10.2026;Dach;1.000,00;Müller;works;nein\n")
    assert not storage.funding_of(case).orders()
    page.getControl("Alle eintragen").click()
    transaction.begin()
    assert [order["supplier"] for _one, order in storage.funding_of(case).orders()] == ["Müller"]
    upload_again = visit("malente-redaktion", f"{path}/@@auftraege-einlesen/1")
    upload_again.getControl(name="file").add_file(io.BytesIO(b"\x00\x01"), "text/csv", "x.csv")
    upload_again.getControl("Zuerst ansehen").click()
    assert upload_again.headers["Status"].startswith("400")


def test_who_only_reads_sees_no_form(case, path, visit):
    page = visit("malente-mitarbeit", f"{path}/@@antrag/1")
    assert "Auftrag oder Vertrag eintragen" not in page.text
    assert "Bescheid eintragen" not in page.text
    for view in ("bescheid", "auftrag", "antrag-tun", "auftraege-einlesen", "antrag-schritt"):
        denied = visit("malente-mitarbeit", f"{path}/@@{view}/1")
        assert "form.widgets" not in denied.text and 'name="file"' not in denied.text


def test_what_waits_is_not_lost_by_a_day(case):
    with pytest.raises(operations.Stopped):
        operations.record_order(
            case,
            1,
            {
                "day": date(2026, 10, 12) - timedelta(days=1),
                "what": "Dach",
                "amount": "1",
                "kind": "works",
            },
        )


def test_what_waits_for_a_second_person_stands_on_mein_hub(case, path, visit, people):
    def sees(name):
        return "Dachdecker" in str(visit(name, "@@funding-overrides").contents)

    order = {"day": date(2026, 10, 5), "what": "Dachdecker", "amount": "1", "kind": "works"}
    with people.As("malente-redaktion"):
        operations.record_order(case, 1, order | {"reason": "Gefahr im Verzug"})
    transaction.commit()
    told = words(visit("berater", "@@funding-overrides"))
    assert "gefragt am" in told and "Dach der Feuerwache Sieversdorf" in told
    visit("berater", "@@funding-overrides").getLink("Dachdecker").click()
    assert sees("hubleitung")
    # Not who asked, nor who only reads, nor others.
    others = ("malente-redaktion", "malente-mitarbeit", "malente-pruefung", "lensahn-redaktion")
    assert not any(sees(name) for name in (*others, "gruenderin", None))
    with people.As("berater"):
        operations.decide_override(case, 1, 1, {"confirm": True})
    transaction.commit()
    assert not sees("hubleitung")


@pytest.mark.parametrize("state", ["applied", "granted", "closed"])
def test_lists_know_who_keeps_the_file_as_the_workflow_does(portal, people, state):
    case = people.bring_to(people.add_consultation(portal), state)
    names = ("malente-redaktion", "malente-mitarbeit", "lensahn-redaktion", "berater", "hubleitung")
    with people.As("berater"):
        [brain] = api.content.find(UID=case.UID())
    for name in names:
        with people.As(name):
            assert keeps(brain) == may_keep(case), name
