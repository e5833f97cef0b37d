"""A page from its release to its review: in the inbox of a function, told once, kept."""

from datetime import timedelta
from datetime import UTC
from kommunalhub.approvals.case.indexers import awaiting
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.reviewing import operations
from kommunalhub.approvals.reviewing import reading
from kommunalhub.approvals.reviewing import rules
from kommunalhub.approvals.reviewing.vocabularies import functions_vocabulary
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import catalog
from kommunalhub.notices import delivery
from kommunalhub.notices import reviews
from kommunalhub.notices.box import store_of
from kommunalhub.notices.listing import rows_of
from kommunalhub.notices.listing import shown_of
from kommunalhub.partners.substitution import operations as substitution
from lxml import html as lxml_html
from plone import api
from plone.autoform.interfaces import IFormFieldProvider
from plone.dexterity.schema import SCHEMA_CACHE
from plone.dexterity.utils import createContentInContainer
from plone.protect.authenticator import createToken
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


JOBS = ("page_reviews", "reviews_told", "empty_functions")


@pytest.fixture
def tick(portal, monkeypatch):
    """Return a function that sets the time and does what is due, twice."""

    def tick(days):
        now = start + timedelta(days=days)
        monkeypatch.setattr(formatting, "now", lambda: now)
        with as_system(portal):
            for job in [getUtility(IJob, name) for name in JOBS * 2]:
                for key in job.due(now):
                    job.do(key, now)

    start = formatting.now().astimezone(UTC)
    return tick


@pytest.fixture
def mails(portal, monkeypatch):
    """Return a function: {user id: [subjects]} of what is in the outbox."""
    monkeypatch.setattr(reviews, "settings_of", lambda portal: delivery)

    def mails():
        found = {}
        store = store_of(portal)
        for mail in store.outbox.mails.values() if store is not None else ():
            if mail.letter.key.startswith("reviews:"):
                found.setdefault(mail.letter.userid, []).append(mail.letter)
        return found

    return mails


@pytest.fixture
def released(write):
    """Return a function that makes a released page of Malente."""

    def released(title="Wohnung anmelden", **fields):
        made = write("Document", title, **fields)
        with api.env.adopt_user(username="petra"):
            decide(made, "publish")
        return made

    return released


def inbox(userid):
    with api.env.adopt_user(username=userid):
        make = Rows()
        return [make(brain) for brain in inbox_brains()]


def notices(portal, userid):
    with api.env.adopt_user(username=userid):
        found = rows_of(portal, list(shown_of(portal, userid)))
    return [row for row in found if row["kind"] == "reviews"]


def set_on(obj, **fields):
    with api.env.adopt_user(username="hanna"):
        for name, value in fields.items():
            setattr(obj, name, value)
        notify(ObjectModifiedEvent(obj, Attributes(None, *fields)))


def test_due_pages_wait_for_the_function_and_are_told_in_one_mail(portal, released, tick, mails):
    pages = [released(title) for title in ("Eins", "Zwei")]
    with api.env.adopt_roles(["Manager"]):
        email, password = "ohne@example.org", "Kornblume, Leuchtturm, Watt 43"
        member = api.user.create(username="ohne", email=email, password=password)
        api.group.add_user(groupname="malente-editors", user=member)
        member.setMemberProperties({"email": ""})
    tick(364)
    assert inbox("rolf") == [] == notices(portal, "rolf")
    tick(366)
    rows = inbox("rolf")
    assert [row["title"] for row in rows] == ["Eins", "Zwei"]
    assert all(row["upkeep"] == {"review": True, "reports": False, "change": True} for row in rows)
    assert all(row["due"]["look"] != "late" for row in rows)
    assert inbox("petra") == inbox("lea") == []
    assert len(notices(portal, "rolf")) == len(notices(portal, "ohne")) == 1
    [letter] = mails()["rolf"]
    assert letter.subject == "Seiten zu prüfen: 2"
    assert all(page.absolute_url_path().rpartition("/")[2] in letter.text for page in pages)
    assert "ohne" not in mails()
    tick(367)
    assert len(notices(portal, "rolf")) == len(mails()["rolf"]) == 1
    tick(366 + 15)  # nobody is reminded of each
    assert all(entry["kind"] != "reminder" for page in pages for entry in IJournal(page))
    assert inbox("rolf")[0]["overdue"]


def test_kept_as_it_is_it_waits_for_nobody_until_the_next_time(portal, released, tick):
    made = released()
    tick(366)
    with api.env.adopt_user(username="lea"), pytest.raises(NotAllowed):
        operations.keep(made)
    with api.env.adopt_user(username="rolf"):
        operations.keep(made)
        operations.keep(made)  # twice is once
    assert [e["action"] for e in IJournal(made) if e["kind"] == "review"] == ["reviewed"]
    assert IJournal(made).last("review")["actor"] == "rolf"
    assert inbox("rolf") == []
    assert made.due is None
    tick(368)
    assert inbox("rolf") == []
    tick(366 + 367)
    assert len(inbox("rolf")) == 1


def test_who_is_told_too_late_is_not_told(portal, released, tick):
    first, second = released("Eins"), released("Zwei")
    tick(0)
    day = operations.today() + timedelta(days=400)
    with as_system(portal):
        assert operations.ask(first, day)
        assert not operations.ask(first, day)
        assert operations.ask(second, day)
    with api.env.adopt_user(username="rolf"):
        operations.keep(first)
    tick(0)
    [notice] = notices(portal, "rolf")
    assert notice["text"].mapping["count"] == 1


def test_taken_offline_it_is_not_reviewed(released, tick):
    made = released()
    tick(366)
    with api.env.adopt_user(username="rolf"):
        decide(made, "retract")
    assert reading.called_of(made) == {}
    assert made.review_on is None
    assert made.due is None
    assert [row["upkeep"] for row in inbox("rolf")] == [None]  # the draft waits for its author


def test_the_function_of_the_folder_holds_and_can_be_changed(portal, area, released, tick):
    made = released()
    assert reading.responsible_of(made) == "malente-editors"
    assert reading.months_of(made) == 12
    set_on(area, responsible="hub-trainers", review_months=2)
    [brain] = catalog().unrestrictedSearchResults(responsible="hub-trainers", Title="Wohnung")
    assert made.UID() == brain.UID
    tick(70)
    assert "hub-trainers" in awaiting(made)()
    set_on(made, responsible="malente-reviewers")
    assert "malente-reviewers" in awaiting(made)()
    assert len(inbox("petra")) == 1
    set_on(made, review_months=24)
    assert inbox("petra") == []


def test_only_functions_of_the_place_and_of_the_hub_can_be_chosen(portal, area):
    of_area = {term.value for term in functions_vocabulary(area)}
    assert "malente-editors" in of_area
    assert "hub-managers" in of_area
    assert not any(group.startswith("lensahn") for group in of_area)
    assert all(term.value.startswith("hub-") for term in functions_vocabulary(portal))


def test_the_fields_stand_in_the_forms_of_pages_and_folders(portal):
    types = api.portal.get_tool("portal_types")
    for portal_type, names in (
        ("Document", {"responsible", "review_months"}),
        ("Folder", {"responsible", "review_months"}),
        ("News Item", {"responsible"}),
    ):
        behaviours = SCHEMA_CACHE.behavior_schema_interfaces(types[portal_type])
        found = [one for one in behaviours if "responsible" in one.names(all=True)]
        assert all(IFormFieldProvider.providedBy(one) for one in found)
        assert names == {name for one in found for name in one.names(all=True)}


def test_the_hub_sets_how_often(portal, released, page):
    made = released()
    api.portal.set_registry_record(reading.MONTHS, 3)
    operations.bring_days()
    assert made.review_on == rules.next_review(made.checked_on, 3)
    assert "Monate, nach denen eine Seite geprüft wird" in page(
        "hanna", portal, "pages-controlpanel"
    )


def test_who_stands_in_reviews(portal, released, tick):
    made = released()
    tick(366)
    now = formatting.now()
    with api.env.adopt_user(username="rolf"):
        substitution.name("rolf", "mia", now - timedelta(hours=1), now + timedelta(days=3))
    [row] = inbox("mia")
    assert row["substituting"] is not None
    assert row["upkeep"]["review"]
    with api.env.adopt_user(username="mia"):
        operations.keep(made)
    assert inbox("rolf") == []


def test_nobody_left_is_told_once(portal, released, tick, mails):
    released()
    tick(1)
    assert notices(portal, "hanna") == []
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="rolf")
    tick(2)
    tick(3)
    for userid in ("hanna", "petra"):
        [notice] = notices(portal, userid)
        assert notice["text"].mapping["who"] == "Redaktion Malente"
    assert notices(portal, "lea") == []
    [letter] = mails()["hanna"]
    assert letter.subject == "Niemand mehr verantwortlich: Redaktion Malente"
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="malente-editors", username="mia")
    tick(4)
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="malente-editors", username="mia")
    tick(5)
    assert len(notices(portal, "hanna")) == 2


def test_a_copy_has_a_life_of_its_own(area, released, tick):
    made = released()
    tick(366)
    with api.env.adopt_user(username="rolf"):
        copy = api.content.copy(made, area, "kopie")
    assert reading.called_of(copy) == {}
    assert "malente-editors" not in awaiting(copy)()


class TestWhatPeopleSee:
    def test_the_line_below_the_page_and_the_button_of_who_is_called(self, released, tick, page):
        made = released()
        html = page("lea", made)
        assert "Verantwortlich: Redaktion Malente" in " ".join(html.split())
        assert "zuletzt geprüft am" in html
        tick(366)
        assert "@@stimmt-noch" not in page("lea", made)
        assert "@@stimmt-noch" in page("rolf", made)

    def test_one_click_in_the_inbox(self, portal, released, tick, page):
        made = released()
        tick(366)
        shown = lxml_html.fromstring(page("rolf", portal, "inbox"))
        [row] = shown.cssselect("ul.rows.card li")
        buttons = [" ".join(b.text_content().split()) for b in row.cssselect(".acts .btn")]
        assert [text.partition(":")[0] for text in buttons] == [
            *("Stimmt noch", "Ändern", "Offline nehmen")
        ]
        request = portal.REQUEST
        request.method = request["REQUEST_METHOD"] = "POST"
        with api.env.adopt_user(username="rolf"):
            token = createToken()
        page("rolf", made, "stimmt-noch", _authenticator=token, next="inbox")
        assert request.response.getHeader("Location").endswith("/@@inbox")
        assert inbox("rolf") == []
        with api.env.adopt_user(username="lea"):
            token = createToken()
        page("lea", made, "stimmt-noch", _authenticator=token)
        assert request.response.getStatus() == 403

    def test_drafts_say_nothing(self, write, page):
        made = write("Document", submit=False)
        with api.env.adopt_user(username="rolf"):
            createContentInContainer(made.aq_parent, "Document", title="Noch einer")
        assert "Verantwortlich" not in page("rolf", made)
