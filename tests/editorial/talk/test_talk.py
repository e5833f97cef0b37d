"""Colleagues comment on a page, by the doors that people use."""

from kommunalhub.approvals.operations import decide
from kommunalhub.core.acting import as_anonymous
from kommunalhub.core.acting import as_builder
from kommunalhub.editorial.news.reading import ReleasedNews
from kommunalhub.editorial.talk import operations
from kommunalhub.editorial.talk import storage
from kommunalhub.editorial.talk.interfaces import Hasty
from kommunalhub.editorial.talk.interfaces import NoSuchComment
from kommunalhub.editorial.talk.interfaces import TalkError
from people import As
from plone import api
from plone.protect.authenticator import createToken
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from zope.annotation.interfaces import IAnnotations

import pytest


@pytest.fixture
def released(write):
    """Return a function that releases a page of Malente, comments allowed unless said otherwise."""

    def released(transition="approve", allowed=True):
        made = write("News Item", "Wer möchte hospitieren?", talk_allowed=allowed)
        with As("petra"):
            decide(made, transition)
        return made

    return released


def comment(page, person, text="Gern im Frühjahr."):
    with As(person):
        return operations.comment(page, text)


def read(page, person):
    with As(person):
        return [one.text for one in operations.comments_for(page)]


def test_colleagues_comment_where_the_author_allows_it(released):
    page = released()
    comment(page, "mia")
    comment(page, "lea", "Ich auch!")
    assert read(page, "rolf") == read(page, "lea") == ["Gern im Frühjahr.", "Ich auch!"]
    closed = released(allowed=False)
    with pytest.raises(TalkError):
        comment(closed, "mia")


def test_lists_of_news_tell_colleagues_how_many_there_are(portal, released, page, monkeypatch):
    made, section = released("publish"), portal["aktuelles"]
    closed = released("publish", allowed=False)
    first, _second = comment(made, "mia"), comment(made, "lea")
    with As("mia"):
        before = api.content.get_view("news", section, portal.REQUEST).fingerprint()
    assert "2 Kommentare" in page("rolf", section)
    with As("mia"):
        operations.take_back(made, first.number)
        after = api.content.get_view("news", section, portal.REQUEST).fingerprint()
    assert before != after
    for place in (made.aq_parent, portal):  # three news each, on homes
        assert "· 1 Kommentar" in page("rolf", place)
        with as_anonymous():
            IAnnotations(portal.REQUEST).clear()
            assert (
                "1 Kommentar"
                not in api.content.get_view(place.getLayout(), place, portal.REQUEST)()
            )

    def refuse(self):
        raise AssertionError("woken")

    monkeypatch.setattr(AbstractCatalogBrain, "getObject", refuse)
    assert page("rolf", section).count("1 Kommentar<") == 1
    with as_anonymous():
        told = {row["uid"]: row["comments"] for row in shown()}
    assert told == {made.UID(): None, closed.UID(): None}
    with As("rolf"):
        told = {row["uid"]: row["comments"] for row in shown()}
    assert told == {made.UID(): 1, closed.UID(): None}


def shown():
    news = ReleasedNews()
    return news.rows(news.rids)


def test_the_world_sees_none_on_a_public_page(portal, released, page):
    made = released("publish")
    comment(made, "mia")
    with as_builder(portal):
        api.user.create(
            username="ute", email="ute@example.org", password="Kornblume, Leuchtturm, Watt 43"
        )
    assert read(made, "ute") == [] and "Gern im" not in page("ute", made)
    with pytest.raises(TalkError):
        comment(made, "ute")
    assert "Gern im" in page("lea", made)
    with api.env.adopt_roles(["Anonymous"]):
        assert operations.comments_for(made) == []


def test_the_office_takes_down_with_a_reason_that_the_writer_reads(released, page):
    made = released()
    number = comment(made, "lea", "<b>Nein</b>").number
    for other in ("mia", "hanna"):
        with As(other), pytest.raises(TalkError):
            operations.take_down(made, number, "Bitte sachlich.")
    with As("rolf"):
        with pytest.raises(TalkError):
            operations.take_down(made, number, " ")
        operations.take_down(made, number, "Bitte sachlich.")
    assert read(made, "mia") == [] and read(made, "lea") == read(made, "petra")
    html = page("lea", made)
    assert "Bitte sachlich." in html and "&lt;b&gt;Nein" in html and "<b>Nein" not in html
    assert "Bitte sachlich." not in page("mia", made)
    with As("mia"), pytest.raises(NoSuchComment):
        operations.take_back(made, number)


def test_too_many_at_once_are_too_many(released):
    page = released()
    for number in range(5):
        comment(page, "mia", f"Nr. {number}")
    with pytest.raises(Hasty):
        comment(page, "mia")
    comment(page, "rolf")


def test_one_reaction_each_and_it_can_be_taken_back(released):
    page = released()
    for person, says in (("mia", True), ("mia", True), ("lea", True), ("lea", False)):
        with As(person):
            operations.find_helpful(page, says)
    with As("mia"):
        assert operations.helpful_of(page) == (1, True)
    with As("lea"):
        assert operations.helpful_of(page) == (1, False)


def test_who_is_deleted_leaves_no_name(portal, released):
    page = released()
    comment(page, "lea")
    with As("lea"):
        operations.find_helpful(page, True)
    with as_builder(portal):
        api.user.delete(username="lea")
    [one] = storage.talk_of(page).comments
    assert one.by == "" and list(storage.talk_of(page).helpful) == []
    assert read(page, "mia") == ["Gern im Frühjahr."]


def test_by_the_form_below_the_page(portal, released, page):
    made, request = released(), portal.REQUEST

    def post(person, **form):
        with As(person):
            token = createToken()
        request.method = request["REQUEST_METHOD"] = "POST"
        try:
            return page(person, made, "kommentar", _authenticator=token, **form)
        finally:
            request.method = request["REQUEST_METHOD"] = "GET"

    answer = post("mia", act="write", text="x" * 1001)
    assert request.response.getStatus() == 400
    assert "1000" in answer and 'id="kommentar-error"' in answer
    post("mia", act="write", text="Gern im Frühjahr.")
    post("mia", act="helpful")
    html = page("lea", made)
    assert "Gern im Frühjahr." in html and "Mia Mitarbeit" in html
    assert post("rolf", act="down", number="1", text="") and read(made, "lea")
    post("mia", act="back", number="1")
    assert read(made, "rolf") == []


def test_a_copy_has_no_comments(area, released):
    page = released()
    comment(page, "mia")
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(page, area)
    assert storage.talk_of(copy) is None and copy.talk_allowed
