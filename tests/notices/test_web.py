"""Through the web server: what requests leave behind, pages and services."""

from approvals.conftest import make
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from html.parser import HTMLParser
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import ICaseNoted
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs.runner import do_job
from kommunalhub.core.jobs.worker import VARIABLE
from kommunalhub.notices import operations
from kommunalhub.notices.box import store_of
from kommunalhub.security.address import RECORD
from notices.conftest import set_up_mail
from people import PASSWORD
from plone import api
from threading import Event
from ZODB.POSException import ConflictError
from zope.component import getGlobalSiteManager

import pytest
import re
import transaction


REVIEWER = "malente-pruefung"
APPLICANT = "malente-redaktion"


@pytest.fixture
def site(web, server):
    """The site behind the web server, set up to send mail."""
    set_up_mail(server)
    transaction.commit()
    return web


@pytest.fixture
def submitted(site, travel):
    """A submitted case, with boxes and outbox as if nothing had happened yet."""
    case = make(site, travel)
    store_of(site).__init__()
    transaction.commit()
    return case


@pytest.fixture
def interfering():
    """Return a function that registers a subscriber of ICaseNoted for the time of the test."""
    registry, handlers = getGlobalSiteManager(), []

    def interfering(handler):
        registry.registerHandler(handler, (IApprovable, ICaseNoted))
        handlers.append(handler)

    yield interfering
    for handler in handlers:
        registry.unregisterHandler(handler, (IApprovable, ICaseNoted))


def approve(client, case, name=REVIEWER, transition="approve"):
    path = f"malente/{case.getId()}/@workflow/{transition}"
    return client(name).post(path, json={"comment": "Bitte ergänzen."})


def letters(portal):
    transaction.begin()
    store = store_of(portal)
    found = store.outbox.mails.values() if store is not None else ()
    return sorted(mail.letter.userid for mail in found)


def deliver_all(site):
    transaction.begin()
    with as_system(site):
        do_job(site, "mail")


def test_a_retried_request_tells_once(site, submitted, client, interfering, server):
    attempts = []

    def conflict(case, event):
        attempts.append(event.entry["seq"])
        if len(attempts) < 3:
            raise ConflictError("made up")

    interfering(conflict)
    assert approve(client, submitted).status_code == 200
    assert len(attempts) == 3
    assert letters(site) == [APPLICANT]
    deliver_all(site)
    deliver_all(site)
    assert [mail["To"] for mail in server.mails] == [f"{APPLICANT}@example.org"]


def test_a_request_that_fails_tells_nobody(site, submitted, client, interfering):
    def fail(case, event):
        raise RuntimeError("made up")

    interfering(fail)
    assert approve(client, submitted).status_code == 500
    assert letters(site) == []
    assert operations.unread_count(site, APPLICANT) == 0


def test_of_two_decisions_at_once_only_the_one_that_counts_is_told(site, submitted, client):
    def decide(pair):
        return approve(client, submitted, *pair)

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(decide, [(REVIEWER, "approve"), ("malente-pruefung2", "reject")]))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert letters(site).count(APPLICANT) == 1
    assert operations.unread_count(site, APPLICANT) == 1


def test_two_cases_at_once_tell_one_person_of_both(site, travel, client):
    cases = [make(site, travel) for _number in range(3)]
    store_of(site).__init__()
    transaction.commit()
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda case: approve(client, case), cases))
    assert [answer.status_code for answer in answers] == [200] * 3
    assert letters(site) == [APPLICANT] * 3
    assert operations.unread_count(site, APPLICANT) == 3


def test_the_postman_goes_out_after_the_commit_and_no_request_waits_for_him(
    site, submitted, client, server, monkeypatch
):
    monkeypatch.delenv(VARIABLE)
    reached, answered = Event(), Event()

    def dawdle():
        reached.set()
        answered.wait(30)

    server.before_reply = dawdle
    assert approve(client, submitted).status_code == 200  # while the mail server keeps us waiting
    assert reached.wait(30)
    assert server.mails == []
    answered.set()
    for _second in range(100):
        if letters(site) == []:
            break
        Event().wait(0.1)
    assert letters(site) == []
    assert [mail["To"] for mail in server.mails] == [f"{APPLICANT}@example.org"]


def token_of(page):
    return re.search(r'name="_authenticator"[^>]*value="([^"]+)"', page.text, re.S).group(1)


def test_the_bell_counts_and_the_page_lists(site, submitted, client):
    approve(client, submitted)
    browser = client(APPLICANT, accept="text/html")
    page = browser.get("@@mitteilungen")
    assert page.status_code == 200
    assert "Mitteilungen" in page.text
    assert "1 neu" in " ".join(page.text.split())
    assert "Petra Malente: „Freigeben“. Der Vorgang steht jetzt auf „Freigegeben“." in unescape(
        page.text
    )
    [(address, key)] = re.findall(r'<a href="([^"]+)"\s+data-notice="([^"]+)"', page.text)
    assert address == submitted.absolute_url()
    browser.post("@@mitteilungen", data={"_authenticator": token_of(page), "read": key})
    page = browser.get("@@mitteilungen")
    assert 'name="read"' not in page.text
    assert 'class="count"' not in page.text.split("@@mitteilungen", 1)[1].split("</li>")[0]


def test_a_case_stands_there_once_and_the_list_is_narrowed(site, submitted, client):
    approve(client, submitted, transition="return")
    browser = client(APPLICANT, accept="text/html")
    rows = re.findall(r"<a href=[^>]+>\s*Reise nach Kiel", browser.get("@@mitteilungen").text)
    assert len(rows) == 1
    for chosen, count in (("unread", 1), ("mine", 1), ("unsinn", 1)):
        text = browser.get(f"@@mitteilungen?only={chosen}").text
        assert text.count("data-notice=") == count, chosen
    transaction.begin()
    operations.mark_read(site, APPLICANT)
    transaction.commit()
    assert "Solche Mitteilungen gibt es nicht." in browser.get("@@mitteilungen?only=unread").text


def test_a_page_kept_by_the_browser_is_fetched_again_when_the_bell_rings(site, submitted, client):
    browser = client(APPLICANT, accept="text/html")
    before = browser.get(f"malente/{submitted.getId()}/view").headers.get("ETag")
    operations.mute(site, APPLICANT, "another case")
    transaction.commit()
    after = browser.get(f"malente/{submitted.getId()}/view").headers.get("ETag")
    assert before and after and before != after


def test_all_at_once(site, submitted, client):
    approve(client, submitted, transition="return")
    browser = client(APPLICANT, accept="text/html")
    page = browser.get("@@mitteilungen")
    browser.post("@@mitteilungen", data={"_authenticator": token_of(page), "all": "1"})
    transaction.begin()
    assert operations.unread_count(site, APPLICANT) == 0


@pytest.mark.parametrize("page", ["@@mitteilungen", "@@notice-preferences"])
def test_forms_of_others_change_nothing(site, submitted, client, page):
    browser = client(APPLICANT, accept="text/html")
    answer = browser.post(page, data={"all": "1", "mail": "off", "bell": "off"})
    assert answer.status_code == 403
    transaction.begin()
    assert operations.preferences(site, APPLICANT) == {
        "mail": "awaiting",
        "bell": "all",
        "finds": "daily",
    }


@pytest.mark.parametrize(
    "page", ["@@mitteilungen", "@@notice-preferences", "@@mail-backlog", "@@mail-letters"]
)
def test_pages_are_for_people_who_are_signed_in(site, client, page):
    answer = client(None, accept="text/html").get(page)
    assert "login" in answer.url or answer.status_code == 401


def test_preferences(site, submitted, client):
    approve(client, submitted)
    browser = client(APPLICANT, accept="text/html")
    page = browser.get("@@notice-preferences")
    assert "1 Mail in den letzten 30 Tagen" in page.text
    assert "malente-redaktion@example.org" in page.text
    data = {"_authenticator": token_of(page), "mail": "daily", "bell": "off"}
    assert "Gespeichert." in browser.post("@@notice-preferences", data=data).text
    transaction.begin()
    assert operations.preferences(site, APPLICANT) == {
        "mail": "daily",
        "bell": "off",
        "finds": "daily",
    }
    refused = browser.post("@@notice-preferences", data={**data, "bell": "loud"})
    assert refused.status_code == 400
    assert "Bitte wählen Sie jeweils eine der Antworten." in unescape(refused.text)


def test_muting_asks_first_and_can_be_undone(site, submitted, client):
    browser = client(APPLICANT, accept="text/html")
    address = f"malente/{submitted.getId()}"
    assert "Vorgang stummschalten" in browser.get(address).text
    page = browser.get(f"{address}/@@mute-case")
    transaction.begin()
    assert not operations.is_muted(site, APPLICANT, submitted.UID())
    data = {"_authenticator": token_of(page), "muted": "1"}
    told = browser.post(f"{address}/@@mute-case", data=data)
    assert told.url == submitted.absolute_url()
    assert "Sie haben diesen Vorgang stummgeschaltet." in told.text
    page = browser.get("@@notice-preferences")
    assert submitted.case_number in page.text
    data = {"_authenticator": token_of(page), "unmute": submitted.UID()}
    browser.post("@@notice-preferences", data=data)
    transaction.begin()
    assert not operations.is_muted(site, APPLICANT, submitted.UID())


def test_the_hub_management_sees_what_waits_and_why(site, submitted, client, server):
    server.answers["*"] = "550 No such box"
    approve(client, submitted)
    deliver_all(site)
    browser = client("hubleitung", accept="text/html")
    page = browser.get("@@mail-backlog")
    assert page.status_code == 200
    assert "550 No such box" in page.text
    assert "Es warten: 0. Abgelehnt: 1." in " ".join(page.text.split())
    mail_id = re.search(r'name="mail"[^>]*value="([^"]+)"', page.text, re.S).group(1)
    data = {"_authenticator": token_of(page), "mail": mail_id, "retry": "1"}
    assert "Es wird jetzt noch einmal versucht." in browser.post("@@mail-backlog", data=data).text
    del data["retry"]
    browser.post("@@mail-backlog", data={**data, "discard": "1"})
    assert letters(site) == []
    refused = client(APPLICANT, accept="text/html").get("@@mail-backlog")
    assert refused.status_code == 403
    assert "Postausgang" not in refused.text


def test_the_public_address_is_checked(site, client):
    api.user.create(username="technik", email="technik@example.org", password=PASSWORD)
    api.user.grant_roles(username="technik", roles=["Site Administrator", "Manager"])
    transaction.commit()
    browser = client("technik", accept="text/html")
    data = {"_authenticator": token_of(browser.get("@@mail-backlog")), "save-address": "1"}
    wrong = browser.post("@@mail-backlog", data={**data, "address": "javascript:alert(1)"})
    assert wrong.status_code == 400
    assert "Bitte geben Sie eine ganze Adresse ein" in wrong.text
    browser.post("@@mail-backlog", data={**data, "address": "https://hub.example.org/"})
    transaction.begin()
    assert api.portal.get_registry_record(RECORD) == "https://hub.example.org"


def test_hub_managers_do_not_say_where_links_lead(site, client):
    browser = client("hubleitung", accept="text/html")
    page = browser.get("@@mail-backlog")
    assert "Links in Mails beginnen mit" in page.text
    assert 'name="address"' not in page.text
    token = re.search(r'data-token="([^"]+)"', page.text).group(1)
    data = {"_authenticator": token, "save-address": "1", "address": "https://evil.example.org"}
    browser.post("@@mail-backlog", data=data)
    transaction.begin()
    assert not api.portal.get_registry_record(RECORD)


def test_notices_over_rest(site, submitted, client):
    approve(client, submitted)
    session = client(APPLICANT)
    answer = session.get("@notices").json()
    assert (answer["items_total"], answer["unread"]) == (1, 1)
    [item] = answer["items"]
    assert item["link"] == submitted.absolute_url()
    assert (item["kind"], item["reason"], item["read"]) == ("transition", "awaits", False)
    assert item["text"].startswith("Petra Malente: „Freigeben“.")
    assert session.post("@notices", json={"read": [item["id"]]}).json() == {
        "marked": 1,
        "unread": 0,
    }
    assert session.post("@notices", json={"read": "all"}).json()["unread"] == 0
    assert session.get("@notices").json()["items"][0]["read"] is True
    for body in ({}, {"read": "some"}, {"read": []}, {"read": [1]}):
        assert session.post("@notices", json=body).status_code == 400
    assert client(None).get("@notices").status_code == 401
    assert client(None).post("@notices", json={"read": "all"}).status_code == 401


def test_preferences_over_rest(site, submitted, client):
    session = client(APPLICANT)
    answer = session.get("@notice-preferences").json()
    assert (answer["mail"], answer["bell"], answer["muted"]) == ("awaiting", "all", [])
    assert set(answer["preview"]["mail"]) == {"all", "awaiting", "daily", "off"}
    changed = session.patch(
        "@notice-preferences", json={"mail": "daily", "mute": submitted.UID()}
    ).json()
    assert (changed["mail"], changed["muted"]) == ("daily", [submitted.UID()])
    assert (
        session.patch("@notice-preferences", json={"unmute": submitted.UID()}).json()["muted"] == []
    )
    for body in ({"mail": "loud"}, {"bell": 3}, {"pigeon": "all"}, {"mute": "x"}, {"mute": None}):
        refused = session.patch("@notice-preferences", json=body)
        assert refused.status_code == 400, body
        assert next(iter(body)) in refused.text
    stranger = client("lensahn-pruefung")
    assert stranger.patch("@notice-preferences", json={"mute": submitted.UID()}).status_code == 400
    assert client(None).get("@notice-preferences").status_code == 401


def test_a_test_mail_tells_at_once_what_the_server_says(site, client, server):
    browser = client("hubleitung", accept="text/html")
    page = browser.get("@@mail-backlog")
    assert "Eine Testmail geht an hubleitung@example.org" in " ".join(page.text.split())
    data = {"_authenticator": re.search(r'data-token="([^"]+)"', page.text).group(1), "test": "1"}
    assert "hat die Testmail angenommen" in browser.post("@@mail-backlog", data=data).text
    [mail] = server.mails
    assert (mail["To"], mail["Subject"]) == ("hubleitung@example.org", f"Testmail: {site.Title()}")
    server.answers["*"] = "550 No such box"
    refused = browser.post("@@mail-backlog", data=data).text
    assert "nimmt aber keine Mail an Ihre Adresse an: 550 No such box" in refused
    server.answers["*"] = "451 Later"
    assert "nimmt die Mail aber zurzeit nicht an" in browser.post("@@mail-backlog", data=data).text
    server.stop()
    assert "ist nicht zu erreichen" in browser.post("@@mail-backlog", data=data).text
    assert letters(site) == []


def test_without_mail_the_management_reads_it_where_it_works(site, client):
    api.portal.set_registry_record("plone.email_from_address", "")
    transaction.commit()
    browser = client("hubleitung", accept="text/html")
    page = browser.get("@@mail-backlog").text
    assert "wer das Passwort vergisst, muss Sie fragen" in page
    assert "Testmail" not in page
    assert "Diese Website kann keine Mails versenden" in browser.get("@@mein-hub").text
    others = client(APPLICANT, accept="text/html").get("@@mein-hub").text
    assert "keine Mails versenden" not in others


def frames_in(page):
    """Return the attributes of each frame of a page."""
    found, parser = [], HTMLParser()
    parser.handle_starttag = lambda tag, values: found.append((tag, dict(values)))
    parser.feed(page)
    return [values for tag, values in found if tag == "iframe"]


def test_the_hub_management_reads_every_letter_and_sends_none(site, client, server):
    browser = client("hubleitung", accept="text/html")
    listed = re.findall(
        r'href="[^"]+/(@@mail-letters\?letter=[\w-]+)"', browser.get("@@mail-letters").text
    )
    assert len(listed) == len(set(listed)) > 20
    framed = 0
    for address in listed:
        page = browser.get(address)
        assert page.status_code == 200, address
        for frame in frames_in(page.text):
            framed += 1
            assert frame["sandbox"] == ""
            assert frame["srcdoc"].startswith("<!DOCTYPE html>"), address
        assert re.search(r'<pre class="letter">[^<]{80,}</pre>', page.text), address
    assert framed > 10
    assert letters(site) == []
    assert server.mails == []


def test_letters_that_do_not_exist_and_people_who_may_not(site, client):
    browser = client("hubleitung", accept="text/html")
    assert browser.get("@@mail-letters?letter=unsinn").status_code == 404
    refused = client(APPLICANT, accept="text/html").get("@@mail-letters?letter=awaits")
    assert "Mia Muster" not in refused.text
