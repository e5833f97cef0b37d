"""Who cannot come and is too late to give the seat back: the trainers learn of it, once."""

from datetime import timedelta
from datetime import UTC
from html import unescape
from kommunalhub.core import formatting
from kommunalhub.workshops import excusing
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage

import pytest
import re
import transaction


@pytest.fixture
def workshop(hub, web):
    """A workshop whose last day to give a seat back is over."""
    workshop = hub.add_workshop(
        web,
        is_public=True,
        contact="schulung@example.org",
        give_back_until=hub.in_days(-1).date(),
    )
    hub.register(workshop, "mia")
    operations.register(workshop, operations.Applicant("Uta Ohne", "uta@example.org"))
    hub.register(workshop, "lena")  # waits
    transaction.commit()
    return workshop


def text(browser):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", browser.contents)))


def to_trainers(hub, portal):
    return [mail for mail in hub.mails(portal) if mail.subject.startswith("Kann nicht kommen")]


def test_it_is_said_once_and_only_when_it_is_too_late():
    now = formatting.now().astimezone(UTC)
    terms = rules.Terms(capacity=1, start=now + timedelta(days=1), give_back_until=now)
    one = rules.Registration(1, "Mia", "mia@example.org", rules.REGISTERED, now, now)
    said = rules.excused(one, terms, now, "krank")
    assert (said.state, said.excused, said.excuse) == (rules.REGISTERED, now, "krank")
    assert rules.excused(said, terms, now, "noch etwas") == said
    assert rules.without_needs(said).excuse == ""
    with pytest.raises(rules.Refused, match=rules.NOT_LATE):
        rules.excused(one, terms, now - timedelta(seconds=1), "")
    with pytest.raises(rules.Refused, match=rules.UNKNOWN):
        rules.excused(rules.given_back(said, terms, now, by_trainer=True), terms, now, "")


def test_members_and_others_tell_the_trainers_by_the_same_form(hub, functional, web, workshop):
    own = letters.link_by_key(web, workshop, 2)
    for name, address in (("mia", workshop.absolute_url()), (None, own)):
        first, second = (hub.browser(functional, name) for _n in range(2))
        for browser in (first, second):
            browser.open(address)
            assert "Hier können Sie den Platz nicht mehr zurückgeben." in text(browser)
            assert "Platz zurückgeben" not in text(browser)
            browser.getControl(name="why").value = "Mein Zug fällt aus."
        first.getControl("Bescheid geben").click()
        assert "Die Trainer:innen wissen jetzt" in text(first)
        second.getControl("Bescheid geben").click()  # in another window, or pressed twice
        assert "Sie haben den Trainer:innen gesagt, dass Sie nicht kommen können" in text(second)
        transaction.begin()
    mails = to_trainers(hub, web)
    assert [mail.recipient for mail in mails] == ["schulung@example.org"] * 2
    assert "Mia Beispiel hat einen Platz" in mails[0].text
    assert "„Mein Zug fällt aus.“" in mails[0].text
    assert "@@teilnehmende#person-1" in mails[0].text
    assert "uta@example.org" in mails[1].text
    found = storage.book_of(workshop).all()
    assert [one.state for one in found] == ["registered", "registered", "waiting"]
    trainer = hub.browser(functional, "trude")
    trainer.open(f"{workshop.absolute_url()}/@@teilnehmende")
    assert text(trainer).count("kann nicht kommen: Mein Zug fällt aus.") == 2


def test_rest_takes_it_and_says_why_not(hub, web, workshop):
    url = f"{workshop.absolute_url()}/@registrations"
    words = {"excuse": "Mein Zug fällt aus."}
    for _time in range(2):
        answer = hub.rest("mia").patch(url, json=words)
        assert answer.status_code == 200
        assert answer.json()["excused"] is not None
    late = hub.rest("lena").patch(url, json=words)  # she waits, and may leave
    assert (late.status_code, late.json()["code"]) == (409, "not-late")
    assert hub.rest("max").patch(url, json=words).status_code == 409
    assert hub.rest("mia").patch(url, json={"excuse": 3}).status_code == 400
    transaction.begin()
    assert len(to_trainers(hub, web)) == 1


def test_who_planned_it_is_told_where_no_address_is_given(hub, portal):
    workshop = hub.add_workshop(portal, give_back_until=hub.in_days(-1).date())
    [one] = hub.register(workshop, "mia")
    excusing.excuse(workshop, one.number, "")
    [mail] = to_trainers(hub, portal)
    assert (mail.userid, mail.recipient) == ("trude", "trude@example.org")
    assert "Die Nachricht dazu" not in mail.text
