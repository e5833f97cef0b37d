"""Clerks draw at once over REST, each request in a thread and a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from kommunalhub.funding.money.storage import book_of

import transaction


ASKED = {"day": "2026-10-01", "amount": "15000.00", "due": "120000.00"}
TRIES = 10


def test_the_grant_holds_however_many_draw_at_once(client, path, web):
    sessions = [client(name) for name in ("malente-redaktion", "berater") * (TRIES // 2)]

    def ask(session):
        status = 503
        while status == 503:  # too many at once even after trying again: a client asks once more
            status = session.post(f"{path}/@drawdowns/1", json=ASKED).status_code
        return status

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(ask, sessions))
    assert sorted(answers) == [201] * 6 + [400] * (TRIES - 6)
    transaction.begin()
    drawdowns = book_of(web.unrestrictedTraverse(path), 1).drawdowns
    assert sum(row["asked"] for row in drawdowns.values()) == Decimal(90000)
    assert list(drawdowns) == [1, 2, 3, 4, 5, 6]
