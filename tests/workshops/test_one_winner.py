"""Two at once, each in a transaction of their own: one is tried again and sees the other."""

from contextlib import contextmanager
from kommunalhub.workshops import certificates
from kommunalhub.workshops import programme
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from transaction import TransactionManager
from ZODB.POSException import ConflictError
from zope.component.hooks import getSite
from zope.component.hooks import setSite

import pytest
import transaction


class Clerk:
    """Somebody with a connection and a transaction of their own."""

    def __init__(self, portal):
        self.manager = TransactionManager()
        self.connection = portal._p_jar.db().open(self.manager)

    @contextmanager
    def at_work(self, portal):
        """Work in the site as this connection sees it."""
        before = getSite()
        own = self.connection.get(portal._p_oid).__of__(portal.aq_parent)
        setSite(own)
        try:
            yield own
        finally:
            setSite(before)

    def begin(self):
        """See what was committed until now."""
        self.manager.begin()

    def close(self):
        self.manager.abort()
        self.connection.close()


@pytest.fixture
def clerks(web):
    found = [Clerk(web), Clerk(web)]
    yield found
    for one in found:
        one.close()


def test_certificates_issued_at_once_have_numbers_of_their_own(hub, web, clerks):
    workshop = hub.add_workshop(web, capacity=5)
    people = hub.register(workshop, "mia", "max")
    certificates.ensured_store(web)
    transaction.commit()
    for clerk in clerks:
        clerk.begin()

    def issue(clerk, one):
        with clerk.at_work(web) as own:
            return certificates.issue(own, own["workshops"][workshop.getId()], one).number

    first, second = (issue(*pair) for pair in zip(clerks, people, strict=True))
    assert first == second  # neither knows of the other
    clerks[0].manager.commit()
    with pytest.raises(ConflictError):
        clerks[1].manager.commit()
    clerks[1].manager.abort()
    again = issue(clerks[1], people[1])
    clerks[1].manager.commit()
    assert again != first


def test_an_offer_that_ends_while_it_is_taken_has_one_outcome(hub, web, clerks):
    workshop = hub.add_workshop(web, capacity=1)
    hub.register(workshop, "mia", "lena", "max")
    uid = workshop.UID()
    book = storage.books_of(web)[uid]
    terms = programme.terms_of(workshop)
    book.put(rules.given_back(book.get(1), terms, book.get(1).made))
    now = book.get(1).made
    for one in rules.settled(book.all(), terms, now):
        book.put(one)
    until = book.get(2).until
    assert book.get(2).state == rules.OFFERED
    transaction.commit()
    for clerk in clerks:
        clerk.begin()

    def accept(clerk):
        with clerk.at_work(web) as own:
            found = storage.books_of(own)[uid]
            found.put(rules.accepted(found.get(2), now))

    def expire(clerk):
        with clerk.at_work(web) as own:
            found = storage.books_of(own)[uid]
            for one in rules.settled(found.all(), terms, until):
                found.put(one)

    accept(clerks[0])
    expire(clerks[1])
    clerks[0].manager.commit()
    with pytest.raises(ConflictError):
        clerks[1].manager.commit()
    clerks[1].manager.abort()
    expire(clerks[1])  # tried again it sees that the seat was taken
    clerks[1].manager.commit()
    transaction.begin()
    states = [one.state for one in storage.books_of(web)[uid].all()]
    assert states == [rules.CANCELLED, rules.REGISTERED, rules.WAITING]
