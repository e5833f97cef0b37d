"""What the link of a mail opens for who has no account and may not view the workshop: a list."""

from kommunalhub.workshops import entrance
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import storage
from kommunalhub.workshops.browser.bylink import LINKED
from security.walk import doors

import pytest
import re
import registrations
import transaction


TITLE = "Rechnungen digital und geheim"
#: What stands in the workshop for those who may view it, and in the registrations of others.
SECRETS = ("Geheimes Programm", "Mia Beispiel", "Geheime Trainerin", "Geheimer Bedarf")
#: What takes long, or is no page.
NEVER = ("delete", "logout", "install", "upgrade", "clear", "purge", "index", "rebuild", "migrat")


@pytest.fixture
def workshop(hub, web):
    """An internal one with mia, and Uta, whom somebody of Lensahn has registered."""
    workshop = hub.add_workshop(
        web,
        title=TITLE,
        program=SECRETS[0],
        trainers=SECRETS[2],
        access="Stufenloser Eingang",
        bring="Laptop",
        contact="schulung@example.org",
        online_link="https://video.example.org/x7",
    )
    operations.register(workshop, operations.member("mia", SECRETS[3]))
    uta = operations.Applicant("Uta Ohne", "uta@example.org", partner="lensahn", needs="Rampe")
    operations.register(workshop, uta, by="lena")
    transaction.commit()
    return workshop


def test_who_was_registered_by_others_sees_what_is_needed(hub, functional, web, workshop):
    [mail] = [one for one in hub.mails(web) if one.recipient == "uta@example.org"]
    address = re.search(r"http\S+/@@meine-anmeldung\?key=\S+", mail.text)[0]
    assert f"URL:{address}" in mail.calendar.replace("\r\n ", "")
    page = hub.browser(functional)
    page.open(address)
    for fact in ("Uta Ohne", "Halle im Hub", "Stufenloser Eingang", "Laptop", "video.example.org"):
        assert fact in page.text, fact
    assert not any(secret in page.text for secret in SECRETS)
    assert workshop.absolute_url() not in page.text  # nothing leads to what is not for them
    page.getControl("Platz zurückgeben").click()
    assert "Ihr Platz ist zurückgegeben." in page.text
    assert "Laptop" not in page.text
    assert "video.example.org" not in page.text
    transaction.begin()
    assert storage.book_of(workshop).get(2).state == "cancelled"


def test_the_link_opens_the_pages_of_the_list_and_nothing_else(hub, workshop, web):
    visitor, opened, asked = hub.visitor(None), set(), 0
    key = {"key": letters.key_for(workshop, 2)}
    for name, wanted in doors.views(registrations.adapters()):
        for thing in (workshop, web):
            if not wanted.providedBy(thing) or any(word in name for word in NEVER):
                continue
            asked += 1
            url = f"{thing.absolute_url()}/@@{name}"
            answer = visitor.get(url, params=key, allow_redirects=False)
            assert not any(secret in answer.text for secret in SECRETS), name
            if TITLE in answer.text:
                assert thing is web, name
                opened.add(name)
    assert asked > 160
    assert opened == {letters.OWN_PAGE, letters.EVALUATION_PAGE}
    assert opened < set(LINKED)  # there is nothing handed out yet
    for service in ("", "@registrations", "@evaluation", "@questions", "@handouts", "@journal"):
        url = f"{workshop.absolute_url()}/{service}".rstrip("/")
        answer = hub.rest(None).get(url, params=key)
        assert answer.status_code in (401, 403, 404), service
        assert TITLE not in answer.text
    listed = visitor.get(f"{web.absolute_url()}/workshops", params=key)
    assert TITLE not in listed.text


@pytest.mark.parametrize("page", LINKED)
def test_a_wrong_link_leads_nowhere(hub, web, workshop, page):
    good, url = letters.key_for(workshop, 2), f"{web.absolute_url()}/@@{page}"
    wrong = ("", "x", good[:-2], letters.key_for(workshop, 99), "x" * 9000)
    for key in (*wrong, entrance.key_of(workshop, 2)):
        for method in ("GET", "POST"):
            answer = hub.visitor(None).request(method, url, params={"key": key})
            assert answer.status_code == 404, (method, key)
            assert TITLE not in answer.text
        assert answer.headers["Referrer-Policy"] == "no-referrer"
