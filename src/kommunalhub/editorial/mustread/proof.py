"""Who confirmed which text of a page when: for the office that issues it."""

from dataclasses import dataclass
from datetime import datetime
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.persons import name_of
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread import storage
from kommunalhub.partners.audience.reading import away_now


PEOPLE = _("proof_people", default="Confirmations")
TEXTS = _("proof_texts", default="Texts")
HEAD = (
    _("proof_name", default="Name"),
    _("proof_state", default="State"),
    _("proof_when", default="Confirmed on"),
    _("proof_number", default="Text no."),
    _("proof_mark", default="Checksum of the text (SHA-256)"),
)
HEAD_TEXTS = (
    _("proof_number", default="Text no."),
    _("proof_round", default="Round"),
    _("proof_released", default="Released on"),
    _("proof_title", default="Title"),
    _("proof_mark", default="Checksum of the text (SHA-256)"),
)
DONE = _("proof_done", default="confirmed")
OPEN = _("proof_open", default="open")
AWAY = _("proof_away", default="open, away")
EARLIER = _("proof_earlier", default="confirmed, no longer asked")


@dataclass(frozen=True)
class Row:
    """How it stands with one person in the round that runs.

    when, number, mark: of the confirmation, None without; earlier: ISO moment of the one of an
    earlier round; is_asked: False for who confirmed and is no longer among those it is for.
    """

    userid: str
    name: str
    is_asked: bool
    is_away: bool
    when: str | None = None
    number: int | None = None
    mark: str | None = None
    earlier: str | None = None


def rows(page):
    """Return the Rows of a page, by name: those who are asked, and who confirmed and left.

    When it asks no longer, those who confirmed the last round.
    """
    readings, away = storage.readings_of(page), away_now()
    if readings is None or readings.last is None:
        return []
    asked = reading.asked_by(page) if reading.is_asking(page) else frozenset()
    confirmed, found = readings.confirmed(readings.last.round), []
    for userid in {*asked, *confirmed}:
        entry = confirmed.get(userid)
        before = None if entry else readings.entry_of(userid)
        found.append(
            Row(
                userid=userid,
                name=name_of(userid),
                is_asked=userid in asked,
                is_away=userid in away,
                earlier=before["when"] if before else None,
                **(entry or {}),
            )
        )
    return sorted(found, key=lambda row: (formatting.sort_key(row.name), row.userid))


def sheets(page):
    """Return the sheets of a workbook (see core.workbook), none where nothing was ever asked."""
    readings = storage.readings_of(page)
    if readings is None or readings.last is None:
        return []
    people = [
        (row.name, in_site_language(state_of(row)), moment(row.when), row.number, row.mark)
        for row in rows(page)
    ]
    texts = [
        (one.number, one.round, moment(one.when), one.title, one.mark)
        for one in map(readings.revision, readings.revisions)
    ]
    return [
        (in_site_language(title), [in_site_language(one) for one in head], lines)
        for title, head, lines in ((PEOPLE, HEAD, people), (TEXTS, HEAD_TEXTS, texts))
    ]


def state_of(row):
    if row.when is not None:
        return DONE if row.is_asked else EARLIER
    return AWAY if row.is_away else OPEN


def moment(when):
    return None if when is None else datetime.fromisoformat(when)
