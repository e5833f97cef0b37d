"""The radar: who hears of which programme, once and with the reasons; its pages and services."""

from decimal import Decimal
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.funding.radar import jobs
from kommunalhub.funding.radar import operations
from kommunalhub.funding.radar import storage
from kommunalhub.notices import operations as notices
from kommunalhub.notices.box import store_of
from plone import api
from zope.component import getUtility

import pytest
import transaction


LIST = "foerderung/@@foerderradar"
SERVICE = "foerderung/@funding-radar"
ENERGY = {"title": "Energie", "owner": "malente", "topics": {"energie"}}


def save(people, who, **values):
    with people.As(who):
        return operations.save(None, {**ENERGY, **values})


def tick():
    """Let the job look, a quarter of an hour later."""
    later = formatting.now() + jobs.PAUSE
    job = getUtility(IJob, "funding-radar")
    for key in list(job.due(later)):
        job.do(key, later)


def letters(portal):
    store = store_of(portal)
    mails = store.outbox.mails.values() if store is not None else ()
    return sorted((mail.letter for mail in mails), key=lambda letter: letter.userid)


def at_once(portal, *people):
    for who in people:
        notices.set_modes(portal, who, {"finds": "all"})


def test_editors_hear_once_of_a_new_programme_and_why_it_fits(people, mailing):
    people.add_programme(mailing, title="Schon da")
    save(people, "malente-redaktion")
    at_once(mailing, "malente-redaktion", "malente-mitarbeit", "lensahn-redaktion")
    tick()
    assert letters(mailing) == []
    programme = people.add_programme(mailing, title="Neue Heizung", rate=Decimal(60))
    people.add_programme(mailing, title="Spielplätze", topics={"kultur"})
    people.add_programme(mailing, "draft", title="Entwurf")
    tick()
    [letter] = letters(mailing)
    assert letter.userid == "malente-redaktion"
    assert letter.subject == "Neu im Förderradar: Energie"
    for said in ("– Neue Heizung", "Neu im Katalog.", "Dafür: ", "@@foerderradar/1"):
        assert said in letter.text
    for unsaid in ("Schon da", "Spielplätze", "Entwurf", "was kostet"):
        assert unsaid not in letter.text
    programme.reindexObject()
    tick()
    assert len(letters(mailing)) == 1


def test_a_change_that_matters_is_told_and_named(people, mailing):
    programme = people.add_programme(mailing, title="Heizung", rate=Decimal(50))
    save(people, "malente-redaktion")
    at_once(mailing, "malente-redaktion")
    programme.description = "Anders beschrieben."
    programme.notifyModified()
    programme.reindexObject()
    tick()
    assert letters(mailing) == []
    programme.rate = Decimal(60)
    programme.notifyModified()
    programme.reindexObject()
    tick()
    [letter] = letters(mailing)
    assert "Geändert: Förderquote." in letter.text


def test_nobody_is_told_of_one_programme_by_two_profiles(people, mailing):
    save(people, "malente-redaktion")
    save(people, "malente-redaktion", title="Meins", owner="me")
    at_once(mailing, "malente-redaktion")
    people.add_programme(mailing)
    tick()
    assert len(letters(mailing)) == 1


def test_colleagues_join_and_editors_leave(people, mailing):
    profile = save(people, "malente-redaktion")
    at_once(mailing, "malente-redaktion", "malente-mitarbeit", "lensahn-mitarbeit")
    with people.As("malente-mitarbeit"):
        operations.listen(profile, True)
    with people.As("malente-redaktion"):
        operations.listen(profile, False)
    with people.As("lensahn-mitarbeit"), pytest.raises(operations.Wrong):
        operations.listen(profile, True)
    people.add_programme(mailing)
    tick()
    assert [letter.userid for letter in letters(mailing)] == ["malente-mitarbeit"]


def test_a_paused_profile_is_silent_and_catches_nothing_up(people, mailing):
    profile = save(people, "malente-redaktion")
    at_once(mailing, "malente-redaktion")
    operations.pause(profile, True)
    people.add_programme(mailing)
    tick()
    operations.pause(profile, False)
    tick()
    assert letters(mailing) == []


def test_programmes_beyond_the_projects_are_left_out(people, mailing):
    profile = save(people, "malente-redaktion", cost_to=Decimal(20000))
    people.add_programme(mailing, title="Groß", rate=Decimal(50), min_amount=Decimal(50000))
    people.add_programme(mailing, title="Klein", rate=Decimal(50), min_amount=Decimal(5000))
    assert [brain.Title for _match, brain in operations.fitting(profile)] == ["Klein"]


def test_whoever_leaves_leaves_nothing_behind(people, mailing):
    mine = save(people, "malente-redaktion", owner="me")
    ours = save(people, "malente-redaktion")
    people.add_programme(mailing)
    tick()
    with api.env.adopt_roles(["Manager"]):
        api.user.delete("malente-redaktion")
    radar = storage.radar_of(mailing)
    assert mine.number not in radar.profiles
    assert "malente-redaktion" not in radar.told
    assert radar.profiles[ours.number].userid == ""


# Pages


def test_a_profile_begins_with_a_consultation_and_shows_what_fits(people, web, visit):
    people.add_programme(web, title="Neue Heizung")
    case = people.add_consultation(web)
    transaction.commit()
    browser = visit("malente-redaktion", LIST)
    browser.getLink("Dach der Feuerwache Sieversdorf").click()
    assert f"case={case.UID()}" in browser.url
    assert browser.getControl(name="form.widgets.cost_to").value == "184.500,00"
    browser.getControl("Speichern").click()
    assert browser.url.endswith("/@@foerderradar/1")
    assert "Neue Heizung" in browser.text
    assert "1 Programm passt." in browser.text
    browser.getControl("Für alle anhalten").click()
    assert "angehalten" in browser.text
    browser.getControl("Löschen").click()
    assert "Noch gibt es kein Profil." in browser.text


def test_wrong_input_stands_at_its_field(web, visit):
    browser = visit("malente-redaktion", "foerderung/@@radar-profile")
    browser.getControl(name="form.widgets.title").value = "Energie"
    browser.getControl(name="form.widgets.topics:list").value = ["energie"]
    browser.getControl(name="form.widgets.cost_from").value = "20.000"
    browser.getControl(name="form.widgets.cost_to").value = "10.000"
    browser.getControl("Speichern").click()
    assert "Das ist weniger als der untere Betrag." in browser.text


@pytest.mark.parametrize("who", ["lensahn-redaktion", "gruenderin"])
def test_profiles_of_others_are_not_there(people, web, visit, who):
    save(people, "malente-redaktion", title="Geheimes Vorhaben")
    save(people, "malente-redaktion", title="Geheimes Vorhaben", owner="me")
    transaction.commit()
    assert "Geheimes Vorhaben" not in visit(who, LIST).text
    for number in (1, 2):
        for page in (f"{LIST}/{number}", f"foerderung/@@radar-profile/{number}"):
            assert visit(who, page).headers["status"].startswith("404")


def test_colleagues_read_but_do_not_change(people, web, visit):
    save(people, "malente-redaktion")
    transaction.commit()
    browser = visit("malente-mitarbeit", f"{LIST}/1")
    assert "Für alle anhalten" not in browser.text
    browser.getControl("Auch mir melden").click()
    assert "wird Ihnen gemeldet" in browser.text
    page = visit("malente-mitarbeit", "foerderung/@@radar-profile/1")
    assert page.headers["status"].startswith("404")


def test_the_radar_over_rest(people, web, client):
    people.add_programme(web, title="Neue Heizung")
    transaction.commit()
    rolf, mia, lars, nobody = map(
        client, ("malente-redaktion", "malente-mitarbeit", "lensahn-redaktion", None)
    )
    assert nobody.get(SERVICE).status_code == 401
    sent = {"title": "Energie", "owner": "malente", "topics": ["energie"], "cost_to": "184500"}
    made = rolf.post(SERVICE, json=sent)
    assert made.status_code == 201, made.text
    here = f"{SERVICE}/{made.json()['number']}"
    found = rolf.get(here).json()
    assert [item["title"] for item in found["items"]] == ["Neue Heizung"]
    assert {reason["sign"] for reason in found["items"][0]["reasons"]} >= {"for"}
    assert mia.post(SERVICE, json=sent).status_code == 400
    assert mia.patch(here, json={"listening": True}).json()["listening"] is True
    assert mia.patch(here, json={"title": "Anders"}).status_code == 404
    assert mia.delete(here).status_code == 404
    assert lars.get(here).status_code == 404
    assert lars.get(SERVICE).json()["items_total"] == 0
    assert rolf.patch(here, json={"paused": True, "cost_to": None}).json()["paused"] is True
    assert rolf.delete(here).status_code == 204
    assert rolf.get(here).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", 7),
        ("topics", []),
        ("topics", ["gibtsnicht"]),
        ("topics", "energie"),
        ("owner", "lensahn"),
        ("cost_to", "viel"),
        ("cost_to", -1),
        ("cost_to", 1e300),
        ("unbekannt", 1),
    ],
)
def test_wrong_input_over_rest_names_its_field(client, field, value):
    sent = {"title": "Energie", "owner": "me", "topics": ["energie"], field: value}
    answer = client("malente-redaktion").post(SERVICE, json=sent)
    assert answer.status_code == 400
    assert field in answer.text
