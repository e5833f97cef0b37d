"""What follows when somebody asks is the same at every door: letters, who reads along, counts."""

from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core.tally import flushing
from kommunalhub.notices.box import store_of
from kommunalhub.search.gaps import operations as gaps
from kommunalhub.support.desk.joining import operations as joining
from kommunalhub.support.learning import questions
from support.learning.shelf import flush
from support.mail.conftest import set_up
from support.mail.conftest import tickets_of

import pytest
import transaction


ASKED = {
    "@type": "SupportTicket",
    "title": "Beamer flimmert",
    "urgency": "stuck",
    "for_whom": "Max Beispiel",
}


@pytest.fixture
def site(web, clock):
    """A site that sends mails, committed."""
    set_up(web)
    transaction.commit()
    yield web
    flushing.buffer.take(flushing.place_of(web))


def letters(portal):
    """Return {who: [what a letter said, in one line]} of the letters about new tickets."""
    transaction.begin()
    found = {}
    for mail in store_of(portal).outbox.mails.values():
        letter = mail.letter
        if letter.key.startswith(("ticket-reported:", "ticket-for-you:")):
            who = letter.recipient.partition("@")[0]
            told = " ".join(f"{letter.subject} {letter.text}".split())
            found.setdefault(who, []).append((told, letter.reply_to))
    return found


def by_form(hub, functional, site, title=ASKED["title"]):
    browser = hub.browser(functional, "mia")
    browser.open(f"{site.absolute_url()}/@@stoerung-melden")
    for name, value in (("title", title), ("for_whom", ASKED["for_whom"])):
        browser.getControl(name=f"form.widgets.{name}").value = value
    browser.getControl(name="form.widgets.urgency").value = [ASKED["urgency"]]
    browser.getControl(name="form.buttons.report").click()


def over_rest(hub, functional, site, title=ASKED["title"]):
    body = ASKED | {"title": title}
    made = hub.rest("mia").post(f"{site.absolute_url()}/support", json=body)
    assert made.status_code == 201, made.text


@pytest.mark.parametrize("ask", [by_form, over_rest])
def test_who_asks_and_for_whom_are_told_the_same_by_form_and_over_rest(hub, functional, site, ask):
    ask(hub, functional, site)
    found = letters(site)
    [ticket] = tickets_of(site)
    assert ticket.for_user == "max" and set(found) == {"mia", "max"}
    for [(told, reply_to)] in found.values():
        assert ticket.case_number in told and "bis 30. November 2026" in told
        assert "Servicezeiten: Mo–Do 8:00–16:00, Fr 8:00–12:00." in told
        assert "Sie können auf diese E-Mail antworten" in told and reply_to
    assert "Max Beispiel liest die Anfrage mit" in found["mia"][0][0]
    assert "Mia Beispiel hat für Sie gemeldet" in found["max"][0][0]
    for title in ("Beamer flimmert!", "Beamer flimmert!!"):
        ask(hub, functional, site, title)
    flush()
    assert [(one.text, one.count) for one in gaps.lines(site, questions.QUESTIONS)] == [
        ("Beamer flimmert", 3)
    ]


def test_whom_support_names_later_is_told_once(hub, site):
    ticket = hub.report(site, "mia")
    transaction.commit()
    for value in ("Rita Beispiel", "Rita Beispiel", "rita@example.org"):
        changed = hub.rest("sven").patch(ticket.absolute_url(), json={"for_whom": value})
        assert changed.status_code == 204, changed.text
    found = letters(site)
    assert {who: len(told) for who, told in found.items()} == {"mia": 1, "rita": 1}
    assert "Mia Beispiel hat für Sie gemeldet" in found["rita"][0][0]


def test_whose_message_becomes_a_ticket_is_told_its_number(hub, site):
    ticket = hub.report(site, "mia")
    with hub.As("mia"):
        conversation.write_message(ticket, "Und der Scanner geht auch nicht.")
    seq = IJournal(ticket).last(entries.MESSAGE)["seq"]
    with hub.As("sven"):
        made = joining.split(ticket, seq, "Scanner geht nicht")
    transaction.commit()
    told = [told for told, _reply_to in letters(site)["mia"]]
    # both left in the same instant
    assert sum(made.case_number in one for one in told) == 1 and len(told) == 2
    flush()
    assert gaps.lines(site, questions.QUESTIONS) == []
