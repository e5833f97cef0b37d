"""The agreement of use: drawn up at approval, frozen, accepted by the applicant alone."""

from coworking.outside.conftest import add_case
from datetime import date
from decimal import Decimal
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.booking import operations as booking
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.booking.rules import span_of
from kommunalhub.coworking import charges
from kommunalhub.coworking.agreement import operations
from kommunalhub.coworking.agreement import paper
from kommunalhub.coworking.agreement import storage
from kommunalhub.coworking.agreement.storage import agreement_of
from kommunalhub.coworking.outside.acts import ACTS
from kommunalhub.security.guests import operations as guests
from plone import api

import pytest
import re
import transaction


FIRST = "kommunalhub.coworking_accept_first"


@pytest.fixture
def approved(hub, portal, external):
    return hub.bring_to(external, "approved")


def test_it_is_drawn_up_at_approval_and_stays_as_it_was(hub, portal, external, approved):
    agreement = agreement_of(approved)
    before = agreement.pdf.data
    assert before.startswith(b"%PDF-")
    assert agreement.facts["number"] == approved.case_number
    with hub.As("hilde"):
        operations.reword("# Neu\nGanz anders.", "Keine Regeln.", False)
        approved.organisation = "Andere GmbH"
    assert agreement_of(approved).pdf.data == before
    assert "Ganz anders." not in agreement_of(approved).facts["text"]
    assert paper.pdf_bytes(agreement.facts) == before
    hub.step(approved, "otto", "activate")
    assert agreement_of(approved) is agreement


def test_a_case_that_is_not_approved_has_none(hub, portal, external):
    with hub.As("gesa"), pytest.raises(NotPossible):
        operations.accept(external)


def test_only_the_applicant_accepts_it_and_once(hub, portal, approved):
    for who in ("otto", "hilde", "mia"):
        with hub.As(who), pytest.raises(NotAllowed):
            operations.accept(approved)
    assert operations.state_of(approved) == "open"
    with hub.As("gesa"):
        operations.accept(approved)
        operations.accept(approved)
    assert operations.state_of(approved) == "accepted"
    noted = [entry for entry in IJournal(approved) if entry["kind"] == "agreement"]
    assert [(entry["actor"], entry["action"]) for entry in noted] == [("gesa", "accepted")]


@pytest.mark.parametrize("first", [True, False])
def test_where_the_house_says_so_nobody_books_before(hub, portal, first):
    space = hub.add_space(portal)
    case, guest_id = add_case(portal, hub)
    hub.step(case, "otto", "start_consent")
    hub.vote(case, "otto", "approve")
    hub.vote(case, "dora", "approve")
    api.portal.set_registry_record(FIRST, first)
    day = next(day for day in map(hub.in_days, range(2, 9)) if day.weekday() < 5)
    span = span_of(day, 600, 660)
    with guests.acting(guest_id):
        if first:
            with pytest.raises(NotYours):
                booking.book(space, span.start, span.end)
            ACTS["accept"](case, {})
        assert booking.book(space, span.start, span.end).holder == guest_id


def test_wordings_are_kept_and_the_same_is_no_new_one(hub, portal, external):
    with hub.As("hilde"):
        operations.reword("Eins.", "Leise sein.", False)
        operations.reword("Eins.", "Leise sein.", True)
        operations.reword("Zwei.", "Leise sein.", True)
    known = storage.wordings_of(portal)
    assert [known[n]["text"] for n in known] == ["Eins.", "Zwei."]
    assert {known[n]["by"] for n in known} == {"hilde"}
    hub.bring_to(external, "approved")
    facts = agreement_of(external).facts
    assert (facts["wording"], facts["text"], facts["rules"]) == (2, "Zwei.", ["Leise sein."])


def test_a_reduced_price_is_shown_with_a_hint_and_stands_in_the_paper(hub, portal):
    space = hub.add_space(portal)
    rates = {
        ("desk", "company"): Rate(day=Decimal("20.00"), deposit=Decimal("100.00")),
        ("desk", "startup"): Rate(day=Decimal("5.00"), deposit=Decimal("50.00")),
        ("desk", "person"): Rate(day=Decimal("5.00")),
    }
    prices.enter_list(portal["co-working"], date(2026, 1, 1), rates, 24, 50)
    case = hub.add_application(portal, fixed_space=space.UID(), persons=1)
    charge = charges.charge_of(case)
    assert charge.deposit == Decimal("50.00")
    assert charge.full == 4 * charge.amount > 0
    said = charges.hint(case, charge)
    assert said.mapping["eur"] == charges.formatting.money(charge.reduction)
    hub.bring_to(case, "approved")
    facts = agreement_of(case).facts
    assert ["Kaution", "50,00\xa0€"] in [list(row) for row in facts["rows"]]
    assert "De-minimis-Beihilfe" in facts["hint"]
    person = hub.add_application(portal, applicant_kind="person", fixed_space=space.UID())
    assert charges.hint(person, charges.charge_of(person)) is None


def test_applicant_and_house_at_the_pages(functional, hub, web):
    case = hub.bring_to(hub.add_application(web), "approved")
    transaction.commit()
    browser = hub.browser(functional, "gesa")
    browser.open(case.absolute_url())
    assert "Bitte lesen Sie die Nutzungsvereinbarung" in browser.text
    pdf = f"{case.absolute_url()}/@@nutzungsvereinbarung.pdf"
    rest = {who: hub.rest(who).get(pdf, allow_redirects=False) for who in ("gesa", "otto", "mia")}
    assert rest["gesa"].content == rest["otto"].content == agreement_of(case).pdf.data
    assert rest["mia"].status_code in (302, 401, 403, 404)
    browser.getControl("Vereinbarung annehmen").click()
    assert re.search(r"Angenommen am\s+18\. November 2026", browser.text)
    other = hub.browser(functional, "otto")
    other.open(case.absolute_url())
    assert "Nutzungsvereinbarung angenommen" in other.text


def test_the_management_changes_the_wording(functional, hub, web):
    address = f"{web.absolute_url()}/co-working/@@vereinbarung-text"
    for who in (None, "mia", "gesa"):
        answer = hub.rest(who).get(address, allow_redirects=False)
        assert answer.status_code in (302, 401, 403), who
    browser = hub.browser(functional, "hilde")
    browser.raiseHttpErrors = False
    browser.open(address)
    browser.getControl(name="text").value = " "
    browser.getControl("Speichern").click()
    assert browser.headers["Status"].startswith("400")
    assert "Bitte schreiben Sie, was vereinbart wird." in browser.text
    browser.getControl(name="text").value = "# Neu\nAlles neu."
    browser.getControl("Speichern").click()
    assert "Gespeichert." in browser.text
    assert "Alles neu." in browser.text
