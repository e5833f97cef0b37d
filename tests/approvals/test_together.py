"""Several people at the same instant, through the web server: one outcome, nothing lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from pages import form_of
from pages import parsed
from pages import words
from plone import api

import pytest
import transaction


def together(*calls):
    """Start all calls at once; return their results in order."""
    with ThreadPoolExecutor(len(calls)) as pool:
        futures = [pool.submit(call) for call in calls]
        return [future.result() for future in futures]


@pytest.mark.parametrize("attempt", range(3))
def test_two_reviewers_decide_at_once(client, submitted, attempt):
    path = f"malente/{submitted.getId()}/@workflow"

    def decide(name, transition):
        session = client(name)
        return lambda: session.post(f"{path}/{transition}", json={"comment": name})

    answers = together(decide("malente-pruefung", "approve"), decide("malente-pruefung2", "reject"))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    transaction.begin()
    decisions = [entry for entry in IJournal(submitted) if entry["from"] == "submitted"]
    assert len(decisions) == 1
    assert decisions[0]["to"] == api.content.get_state(submitted)
    [winner] = [answer.json() for answer in answers if answer.status_code == 200]
    [loser] = [answer.json() for answer in answers if answer.status_code == 409]
    assert loser["decided"]["actor"] == winner["actor"] == decisions[0]["actor"]
    assert IJournal(submitted).verify() is None


@pytest.mark.parametrize("attempt", range(2))
def test_two_reviewers_decide_at_once_on_their_pages(client, submitted, attempt):
    """By the forms of the page: the other one reads who decided what and when."""
    path = f"malente/{submitted.getId()}"
    comments = {"malente-pruefung": "Gern.", "malente-pruefung2": "Leider nicht."}

    def decide(name, transition):
        session = client(name, accept="text/html")
        form = form_of(parsed(session.get(path)), "@@decide")
        fields = {**dict(form.form_values()), "transition": transition, "comment": comments[name]}
        return lambda: session.post(form.get("action"), data=fields, allow_redirects=False)

    answers = together(decide("malente-pruefung", "approve"), decide("malente-pruefung2", "reject"))
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    transaction.begin()
    [decision] = [entry for entry in IJournal(submitted) if entry["from"] == "submitted"]
    [loser] = [answer for answer in answers if answer.status_code == 409]
    winner, verb = {
        "malente-pruefung": ("Petra Malente", "Freigeben"),
        "malente-pruefung2": ("Paul Malente", "Nicht annehmen"),
    }[decision["actor"]]
    when = formatting.moment(datetime.fromisoformat(decision["when"]))
    said = words(parsed(loser).get_element_by_id("problem"))
    assert winner in said
    assert verb in said
    assert when in said
    assert IJournal(submitted).verify() is None


def test_one_person_presses_twice_at_once(client, submitted):
    path = f"malente/{submitted.getId()}/@workflow/approve"
    sessions = [client("malente-pruefung") for _ in range(3)]
    answers = together(*(lambda s=s: s.post(path, json={}) for s in sessions))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    transaction.begin()
    assert len(IJournal(submitted)) == 3


def test_numbers_are_given_once(web, client):
    def create(number):
        session = client("malente-redaktion")
        body = {"@type": "TravelRequest", "title": f"Reise {number}"}

        def attempt():
            # A busy folder may answer that all retries were used up; whoever asks again gets in.
            for _ in range(10):
                answer = session.post("malente", json=body)
                if answer.status_code == 201:
                    return answer
            return answer

        return attempt

    answers = together(*(create(number) for number in range(4)))
    assert [answer.status_code for answer in answers] == [201] * 4
    transaction.begin()
    cases = web.malente.contentValues()
    assert len(cases) == 4
    assert len({case.case_number for case in cases}) == 4
    assert all(case.getId() == case.case_number.lower() for case in cases)
    assert all(IJournal(case).verify() is None and len(IJournal(case)) == 1 for case in cases)
