"""Consents by substitutes: of their own application never, and not a moment too long."""

from datetime import timedelta
from kommunalhub.approvals.consents.storage import known_of
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.core import formatting
from kommunalhub.partners.substitution import operations as substitution
from kommunalhub.partners.substitution.storage import book_of
from lxml import html

import pytest
import transaction


ABSENT, SUBSTITUTE = "otto", "olga"
HOURS = 8


@pytest.fixture
def clock(monkeypatch):
    """Return a function that moves the time by so much, for the server's threads too."""
    began = formatting.now()
    monkeypatch.setattr("kommunalhub.core.formatting.now", lambda: began)

    def move(**by):
        monkeypatch.setattr("kommunalhub.core.formatting.now", lambda: began + timedelta(**by))

    return move


def stand_in(hub):
    """Let olga, who does not review, stand in for otto, who does."""
    now = formatting.now()
    with hub.As(ABSENT):
        return substitution.name(ABSENT, SUBSTITUTE, now, now + timedelta(hours=HOURS))


def votes_of(case):
    return [entry for entry in IJournal(case) if entry["kind"] == "vote"]


@pytest.fixture
def collecting(hub, web, clock):
    """An application of gesa that collects consents while olga stands in for otto, committed."""
    case = hub.bring_to(hub.add_application(web), "consent")
    stand_in(hub)
    transaction.commit()
    return case


@pytest.fixture
def own(hub, web, clock):
    """The same of an application that olga has made herself."""
    case = hub.add_application(web, SUBSTITUTE, applicant_kind="startup")
    hub.step(case, SUBSTITUTE, "submit")
    hub.step(case, "oskar", "start_consent")
    stand_in(hub)
    transaction.commit()
    return case


def rest_vote(hub, case, who=SUBSTITUTE, **more):
    address = f"{case.absolute_url()}/@consents"
    return hub.rest(who).post(address, json={"vote": "approve", **more})


def vote_form(hub, case, who=SUBSTITUTE):
    """Return (session, form to vote with as a dict, its address), None without a form."""
    session = hub.visitor(who, Accept="text/html")
    page = html.fromstring(session.get(case.absolute_url()).text)
    forms = [form for form in page.forms if form.inputs and "vote" in form.fields]
    if not forms:
        return None
    [form] = forms
    return session, dict(form.form_values()), form.get("action") or case.absolute_url()


def test_a_substitute_votes_and_it_is_said_for_whom(hub, collecting):
    assert rest_vote(hub, collecting).status_code == 200
    transaction.begin()
    [said] = votes_of(collecting)
    assert (said["actor"], said["on_behalf_of"]) == (SUBSTITUTE, ABSENT)
    assert known_of(collecting)["missing"] == ("dataport",)


@pytest.mark.parametrize("more", [{}, {"party": "oldenburg"}])
def test_a_substitute_who_is_the_applicant_does_not_vote(hub, own, more):
    answer = rest_vote(hub, own, **more)
    assert answer.status_code == 403
    assert "selbst angelegt" in answer.json()["message"]
    assert vote_form(hub, own) is None
    with hub.As(SUBSTITUTE), pytest.raises(NotAllowed) as refused:
        hub.vote(own, SUBSTITUTE, "approve")
    assert refused.value.denied.cause == "four_eyes"
    transaction.begin()
    assert votes_of(own) == []
    assert set(known_of(own)["missing"]) == {"oldenburg", "dataport"}
    # and who is away still may, as may their colleague
    assert rest_vote(hub, own, "oskar").status_code == 200


def test_a_form_opened_before_the_end_is_refused_after_it(hub, collecting, clock):
    session, fields, address = vote_form(hub, collecting)
    clock(hours=HOURS)
    answer = session.post(address, data={**fields, "vote": "approve"}, allow_redirects=False)
    assert answer.status_code in (401, 403, 409)
    transaction.begin()
    assert votes_of(collecting) == []


def test_over_rest_a_vote_counts_until_the_end_and_not_after(hub, collecting, clock):
    clock(hours=HOURS)
    assert rest_vote(hub, collecting).status_code == 403
    clock(hours=HOURS, minutes=-1)
    assert rest_vote(hub, collecting).status_code == 200


def test_a_vote_is_not_changed_after_the_end_but_stays(hub, collecting, clock):
    assert rest_vote(hub, collecting).status_code == 200
    clock(hours=HOURS)
    assert rest_vote(hub, collecting, vote="reject", comment="Doch nicht.").status_code == 403
    transaction.begin()
    assert [entry["action"] for entry in votes_of(collecting)] == ["approve"]
    assert known_of(collecting)["missing"] == ("dataport",)


def test_ending_early_ends_the_form_that_is_open(hub, web, collecting, clock):
    session, fields, address = vote_form(hub, collecting)
    clock(minutes=5)
    transaction.begin()
    with hub.As(ABSENT):
        [running] = substitution.of_absent(ABSENT)
        substitution.end(running.id)
    transaction.commit()
    clock(minutes=6)
    answer = session.post(address, data={**fields, "vote": "approve"}, allow_redirects=False)
    assert answer.status_code in (401, 403, 409)
    transaction.begin()
    assert votes_of(collecting) == []
    assert book_of(web)[running.id].end <= formatting.now()
