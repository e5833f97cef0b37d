"""Marks, loops, proofs, and what a mail does to a ticket: without a site."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.support.mail import rules
from kommunalhub.support.mail.rules import Standing

import pytest


NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
MARK = "T-2026-012-ab3f09c1d2e4f5a6"
OWN = ("support@hub.example.org", "hub@hub.example.org")
NUMBERS = st.builds(
    "{}-{}-{:03d}".format, st.sampled_from(["T", "F", "CW"]), st.just(2026), st.integers(1, 99999)
)
SIGNATURES = st.text("0123456789abcdef", min_size=16, max_size=16)
TEXT = "text/plain"


@given(NUMBERS, SIGNATURES, st.text(max_size=40), st.text(max_size=40))
def test_a_mark_is_found_wherever_it_stands(number, signature, before, after):
    mark = rules.mark_of(number, signature)
    assert (number, signature) in rules.marks_in(f"{before} [{mark.upper()}] {after}")


@given(st.text(), st.text())
def test_titles_are_one_line_that_fits(subject, text):
    title = rules.title_of(subject, text)
    assert "\n" not in title and len(title) <= rules.LONGEST_TITLE


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Drucker", "Drucker"),
        ("AW: Re: WG: Drucker", "Drucker"),
        ("Fwd: Drucker", "Drucker"),  # zammad #4965: „WG:“ is „Fwd:“
        ("Antw: Drucker", "Drucker"),
        ("Re[2]: Drucker", "Drucker"),
        (f"AW: Drucker [{MARK}]", "Drucker"),
        (f"[{MARK}] AW: Drucker", "Drucker"),
        ("Rechnung: Drucker", "Rechnung: Drucker"),
        ("", "Moin"),
        ("AW:", "Moin"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_what_a_ticket_is_called(subject, title):
    assert rules.title_of(subject, "\n> alt\nMoin\n") == title


@pytest.mark.parametrize(
    ("told", "kind", "sender", "subject", "why"),
    [
        ({}, TEXT, "mia@example.org", "Drucker", ""),
        ({"auto-submitted": ["no"]}, TEXT, "mia@example.org", "Drucker", ""),
        ({"auto-submitted": ["auto-replied"]}, TEXT, "mia@example.org", "x", rules.ABSENCE),
        ({"auto-submitted": ["auto-generated; a=b"]}, TEXT, "mia@example.org", "x", "automatic"),
        ({}, TEXT, "mia@example.org", "Automatische Antwort: Drucker", rules.ABSENCE),
        ({}, TEXT, "mia@example.org", "Abwesenheitsnotiz", rules.ABSENCE),
        ({}, TEXT, "mia@example.org", "Out of Office: Drucker", rules.ABSENCE),
        ({}, TEXT, "mia@example.org", "Der Urlaubsplaner geht nicht", ""),
        ({}, TEXT, "mia@example.org", "Abwesenheiten lassen sich nicht eintragen", ""),
        ({"precedence": ["bulk"]}, TEXT, "mia@example.org", "x", rules.LIST),
        ({"precedence": ["first-class"]}, TEXT, "mia@example.org", "x", ""),
        ({"list-id": ["<a.b>"]}, TEXT, "mia@example.org", "x", rules.LIST),
        ({"x-auto-response-suppress": ["DR, OOF"]}, TEXT, "mia@example.org", "x", "automatic"),
        ({"x-auto-response-suppress": ["DR"]}, TEXT, "mia@example.org", "x", ""),
        ({"return-path": ["<>"]}, TEXT, "mia@example.org", "x", rules.BOUNCE),
        ({"return-path": ["<mia@example.org>"]}, TEXT, "mia@example.org", "x", ""),
        ({}, "multipart/report", "mia@example.org", "x", rules.BOUNCE),
        ({}, TEXT, "mailer-daemon@example.org", "x", rules.BOUNCE),
        ({}, TEXT, "noreply@example.org", "x", rules.AUTOMATIC),
        ({"x-loop": ["a"]}, TEXT, "mia@example.org", "x", rules.AUTOMATIC),
        ({}, TEXT, "support@hub.example.org", "x", rules.LOOP),
        ({"list-id": ["<a.b>"]}, TEXT, "hub@hub.example.org", "x", rules.LOOP),
    ],
)
def test_who_has_sent_it(told, kind, sender, subject, why):
    assert rules.unattended(told, kind, sender, subject, OWN) == why


@pytest.mark.parametrize(
    ("result", "proves"),
    [
        ("mx.hub.example; dmarc=pass (p=reject) header.from=example.org", True),
        ("mx.hub.example 1; spf=pass smtp.mailfrom=a@b; dmarc=pass header.from=example.org", True),
        ("mx.hub.example; dmarc=fail header.from=example.org", False),
        ("mx.hub.example; dmarc=pass header.from=fremd.example", False),
        ("mx.hub.example; spf=pass smtp.mailfrom=example.org", False),
        ("mx.fremd.example; dmarc=pass header.from=example.org", False),
        ("mx.hub.example", False),
        ("", False),
    ],
)
def test_only_our_own_server_proves_whose_mail_it_is(result, proves):
    assert rules.proves([result], "mx.hub.example", "example.org") is proves


def test_what_stands_below_the_headers_of_our_server_proves_nothing():
    forged = "mx.hub.example; dmarc=pass header.from=example.org"
    assert not rules.proves(["mx.hub.example; dmarc=fail", forged], "mx.hub.example", "example.org")


@given(st.text(), st.text())
def test_a_mail_is_the_same_by_its_id_and_sender(sender, text):
    assert rules.key_of("a@b", sender, text) == rules.key_of("a@b", sender)
    assert rules.key_of("a@b", sender) != rules.key_of("a@b", f"x{sender}")


def test_without_an_id_mails_are_told_apart_by_what_they_say():
    assert rules.key_of("", "a@b.de", "Mo", "x") == rules.key_of("", "a@b.de", "Mo", "x")
    assert rules.key_of("", "a@b.de", "Mo", "x") != rules.key_of("", "a@b.de", "Di", "x")


@pytest.mark.parametrize(
    ("state", "days", "is_reporter", "text", "verb"),
    [
        ("new", None, True, "Noch etwas", rules.MESSAGE),
        ("assigned", None, True, "Noch etwas", rules.MESSAGE),
        ("waiting", None, True, "Im Flur", rules.ANSWER),
        ("waiting", None, True, "Danke", rules.ANSWER),  # the clock goes on, whatever they say
        ("waiting", None, False, "Ich sehe nach", rules.MESSAGE),
        ("resolved", None, True, "Geht nicht", rules.REOPEN),
        ("resolved", None, True, "Danke, klappt!", rules.MESSAGE),
        ("resolved", None, False, "Sauber", rules.MESSAGE),
        ("closed", 3, True, "Wieder leer", rules.REOPEN),
        ("closed", 30, True, "Wieder leer", rules.REOPEN),
        ("closed", 31, True, "Wieder leer", rules.ANOTHER),
        ("closed", 3, True, "Vielen Dank", rules.MESSAGE),
        ("closed", 3, False, "Ich auch", rules.MESSAGE),
    ],
)
def test_what_a_mail_does(state, days, is_reporter, text, verb):
    closed = None if days is None else NOW - timedelta(days=days)
    assert rules.verb_for(Standing(state, closed), is_reporter, text, NOW) == verb


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Danke!", True),
        ("Vielen Dank für die schnelle Hilfe", True),
        ("Danke, es geht wieder. Viele Grüße", True),
        ("Danke, geht aber immer noch nicht", False),
        ("Danke. Und der Scanner?", False),
        ("Geht", False),
        ("", False),
    ],
)
def test_who_only_thanks(text, only):
    assert rules.is_thanks(text) is only
