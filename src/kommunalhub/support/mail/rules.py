"""What a mail is and where it belongs: marks, loops, and what is done with it. Pure.

A mark names a ticket and is signed for one person: „T-2026-012-ab3f09c1d2e4f5a6“. It stands in the
subject and in the Message-ID of each letter about the ticket that this person gets. With another
address it opens nothing, nor does the number of a ticket alone.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from hashlib import sha256

import re


SIGNED = 16
MARK = re.compile(rf"\b([A-Z]{{1,4}}-\d{{4}}-\d{{3,9}})-([0-9a-f]{{{SIGNED}}})\b", re.IGNORECASE)
IN_BRACKETS = re.compile(rf"\s*\[\s*{MARK.pattern}\s*\]", re.IGNORECASE)
REPLY = r"(?:re|aw|antw|antwort|sv)"
FORWARD = r"(?:wg|fw|fwd|wtr|weitergeleitet)"
COUNTED = r"\s*(?:\[\d+\]|\(\d+\))?\s*:\s*"
PREFIX = re.compile(rf"^\s*(?:{REPLY}|{FORWARD}){COUNTED}", re.IGNORECASE)
FORWARDED = re.compile(rf"^\s*(?:{REPLY}{COUNTED})*{FORWARD}{COUNTED}", re.IGNORECASE)

# Why a mail was sent by no person; each is kept, none is answered, none opens a ticket again.
LOOP, BOUNCE, ABSENCE, AUTOMATIC, LIST = UNATTENDED = (
    "loop",
    "bounce",
    "absence",
    "automatic",
    "list",
)
# Why a mail waits for somebody of support.
UNKNOWN, SEVERAL, AGENT, MASS, FLOOD, REFUSED, UNPROVEN = WAITS = (
    "unknown",
    "several",
    "agent",
    "mass",
    "flood",
    "refused",
    "unproven",
)
# What cannot be read, see reading.
UNREAD = ("large", "nested", "memory", "broken", "died")
REASONS = (*UNATTENDED, *WAITS, *UNREAD)

ABSENT = re.compile(
    r"^\s*(?:abwesenheits(?:notiz|agent|assistent|meldung)|ich bin (?:nicht im haus|abwesend)"
    r"|(?:abwesend|abwesenheit|urlaub|vacation)\s*[:–-]|out of (?:the )?office"
    r"|auto(?:matic)?[ -]?(?:reply|response)|automatische (?:antwort|r(?:ü|ue)ckmeldung)"
    r"|autom\. antwort)",
    re.IGNORECASE,
)
MACHINES = {"mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "do-not-reply"}
SUPPRESSED = {"all", "oof", "autoreply"}
BULK = {"bulk", "junk", "auto_reply", "list"}

#: A mail to more people than this is a circular, no report.
MOST_RECIPIENTS = 50
#: So many tickets of one address in so short a time are no person's.
MOST_TICKETS, IN_TIME = 10, timedelta(hours=1)
#: A closed ticket is opened again by an answer within this time; later one begins another.
REOPENS_FOR = timedelta(days=30)

LONGEST_TITLE = 200
#: Words of which a mail that thanks and says nothing else consists.
THANKS = frozenset(
    (
        *("danke", "dankeschön", "dank", "vielen", "herzlichen", "besten", "sehr", "ihnen", "euch"),
        *("dir", "für", "die", "schnelle", "hilfe", "super", "prima", "perfekt", "toll", "klasse"),
        *("alles", "bestens", "es", "das", "hat", "geht", "klappt", "läuft", "funktioniert"),
        *("wieder", "jetzt", "nun", "und", "auch", "moin", "hallo", "liebe", "lieber", "viele"),
        *("schöne", "grüße", "gruß", "mfg", "lg", "vg"),
    )
)
MOST_THANKS = 12
#: Of which at least one must be there.
THANKING = frozenset(("danke", "dankeschön", "dank"))


def signed(digest: str) -> str:
    """Return the part of a mark that is signed, of a keyed hash over ticket and person."""
    return sha256(digest.encode()).hexdigest()[:SIGNED]


def mark_of(number: str, signature: str) -> str:
    """Return a mark.

    >>> mark_of("T-2026-012", "ab3f09c1d2e4f5a6")
    'T-2026-012-ab3f09c1d2e4f5a6'
    """
    return f"{number}-{signature}"


def marks_in(*texts: str) -> list[tuple[str, str]]:
    """Return [(number, signature)] of all marks in some texts, each once, in their order.

    >>> marks_in("AW: Drucker [t-2026-012-AB3F09C1D2E4F5A6]", "T-2026-013")
    [('T-2026-012', 'ab3f09c1d2e4f5a6')]
    """
    found = [pair for text in texts for pair in MARK.findall(text)]
    return list(dict.fromkeys((number.upper(), signature.lower()) for number, signature in found))


def title_of(subject: str, text: str = "") -> str:
    """Return what a ticket is called: its subject without marks and prefixes, else its first line.

    >>> title_of("AW: WG: Drucker [T-2026-012-ab3f09c1d2e4f5a6]"), title_of("Re:", "\\n> a\\nMoin")
    ('Drucker', 'Moin')
    """
    title = IN_BRACKETS.sub("", subject)
    while (shorter := PREFIX.sub("", title)) != title:
        title = shorter
    if not title.strip():
        lines = (line.strip() for line in text.split("\n"))
        title = next((line for line in lines if line and not line.startswith(">")), "")
    title = " ".join(title.split())
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def is_forward(subject: str) -> bool:
    """Return whether somebody passes on what another has written, by any of the usual prefixes.

    >>> is_forward("WG: Drucker"), is_forward("Fwd: Drucker"), is_forward("AW: Drucker")
    (True, True, False)
    """
    return FORWARDED.match(subject) is not None


def unattended(told: Mapping, kind: str, sender: str, subject: str, own: Iterable[str]) -> str:
    """Return why no person has sent this mail, "" where one may have.

    told: {header in lower case: its values}; kind: content type; own: addresses that the hub sends
    from, and at which it is written to.
    """
    auto = _first(told, "auto-submitted").partition(";")[0]
    if sender in {address.lower() for address in own if address}:
        return LOOP
    if _first(told, "return-path").replace(" ", "") == "<>" or kind == "multipart/report":
        return BOUNCE
    if sender.partition("@")[0] in ("mailer-daemon", "postmaster") or "x-failed-recipients" in told:
        return BOUNCE
    suppressed = {word.strip() for word in _first(told, "x-auto-response-suppress").split(",")}
    if ABSENT.match(subject) or auto == "auto-replied":
        return ABSENCE
    if "list-id" in told or _first(told, "precedence") in BULK:
        return LIST
    if auto not in ("", "no") or {"x-autoreply", "x-autorespond", "x-loop"} & set(told):
        return AUTOMATIC
    if suppressed & SUPPRESSED or sender.partition("@")[0] in MACHINES:
        return AUTOMATIC
    return ""


def _first(told, name):
    values = told.get(name) or [""]
    return values[0].strip().lower()


def proves(results: Iterable[str], server: str, domain: str) -> bool:
    """Return whether our own mail server says that a mail comes from where it claims to.

    results: headers Authentication-Results; only those that begin with the name of that server
    count, others may be anybody's; only what it says of the domain that is claimed.

    >>> proves(["mx.hub.example; dmarc=pass header.from=example.org"], "mx.hub.example",
    ...        "example.org")
    True
    """
    for result in results[:1]:
        name, _semicolon, said = result.lower().partition(";")
        if name.split()[:1] != [server.lower()]:
            continue
        for method in said.split(";"):
            words = method.split()
            if words[:1] == ["dmarc=pass"] and f"header.from={domain.lower()}" in words:
                return True
    return False


def key_of(message_id: str, sender: str, *rest: str) -> str:
    """Return what makes a mail one of a kind: its Message-ID and who sent it.

    Others cannot keep a mail out by using its Message-ID first. rest: what tells mails without a
    Message-ID apart.
    """
    parts = ("id", sender, message_id) if message_id else ("no", sender, *rest)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]


def is_thanks(text: str) -> bool:
    """Return whether somebody thanks and says nothing else; in doubt they say something.

    >>> is_thanks("Vielen Dank, klappt wieder!"), is_thanks("Danke, geht aber noch nicht.")
    (True, False)
    """
    words = re.findall(r"[\w']+", text.lower())
    if not 0 < len(words) <= MOST_THANKS or not THANKING.intersection(words):
        return False
    return THANKS.issuperset(words)


# What becomes of a mail of somebody who may write on a ticket.
ANSWER, REOPEN, MESSAGE, ANOTHER = "answer", "reopen", "message", "another"


@dataclass(frozen=True)
class Standing:
    """How a ticket stands: its state, and since when it is closed, None while it is not."""

    state: str
    closed: datetime | None = None


def verb_for(standing: Standing, is_reporter: bool, text: str, now: datetime) -> str:
    """Return what a mail does to a ticket: one of ANSWER, REOPEN, MESSAGE, ANOTHER.

    Only the reporter's words open anything again; who only thanks does not want it open.
    """
    if standing.state == "closed":
        is_late = standing.closed is not None and now - standing.closed > REOPENS_FOR
        if is_reporter and not is_late and not is_thanks(text):
            return REOPEN
        return ANOTHER if is_reporter and not is_thanks(text) else MESSAGE
    if not is_reporter:
        return MESSAGE
    if standing.state == "waiting":
        return ANSWER
    return REOPEN if standing.state == "resolved" and not is_thanks(text) else MESSAGE
