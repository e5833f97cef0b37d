"""News and pages on their way: written, handed in, decided on where everything is decided on."""

from datetime import timedelta
from kommunalhub.approvals.assignment import operations as assignment
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.case.indexers import awaiting
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import ReasonRequired
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.operations import decide_many
from kommunalhub.approvals.pages import ID
from kommunalhub.approvals.processes import process_of
from kommunalhub.core import formatting
from kommunalhub.notices.listing import rows_of
from kommunalhub.notices.listing import shown_of
from kommunalhub.partners.substitution import operations as substitution
from kommunalhub.search import engine
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.protect.authenticator import createToken
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import re


REASON = "Bitte noch die Uhrzeit am Mittwoch prüfen."


def inbox(userid):
    with api.env.adopt_user(username=userid):
        make = Rows()
        return [make(brain) for brain in inbox_brains()]


def notices(portal, userid):
    with api.env.adopt_user(username=userid):
        return rows_of(portal, list(shown_of(portal, userid)))


def as_(userid, obj, transition, comment=""):
    with api.env.adopt_user(username=userid):
        decide(obj, transition, comment)


def page_types():
    tool = api.portal.get_tool("portal_workflow")
    types = api.portal.get_tool("portal_types")
    return [name for name in types if ID in tool.getChainForPortalType(name)]


def test_everything_that_follows_the_workflow_of_pages_is_decided_on(portal):
    types = api.portal.get_tool("portal_types")
    written = [name for name in page_types() if types[name].global_allow]
    assert {"Document", "News Item", "Event", "Folder", "Space", "FundingProgramme"} < {*written}
    for name in written:
        assert process_of(name) is not None, name
        assert process_of(name).is_page, name


@pytest.mark.parametrize("portal_type", ["News Item", "Document", "Event", "Link"])
def test_what_is_handed_in_waits_for_the_reviewers_with_a_date(portal, write, portal_type):
    made = write(portal_type)
    assert IApprovable.providedBy(made)
    for reviewer in ("petra", "paul"):
        [row] = inbox(reviewer)
        assert (row["title"], row["type"]) == ("Neue Öffnungszeiten", portal_type)
        assert row["due"] and not row["number"] and row["is_page"]
        assert {act["id"] for act in row["acts"] if act["allowed"]} == {
            *("approve", "publish", "return")
        }
        [notice] = notices(portal, reviewer)
        assert notice["reason"] == "awaits"
        assert notice["url"] == made.absolute_url()
    assert inbox("rolf") == inbox("lea") == inbox("mia") == []


def test_a_draft_waits_for_its_author(write):
    write(submit=False)
    [row] = inbox("rolf")
    assert row["state"] == "draft"


def test_returned_news_come_back_with_the_reason(portal, write):
    made = write()
    with pytest.raises(ReasonRequired):
        as_("petra", made, "return")
    as_("petra", made, "return", REASON)
    [row] = inbox("rolf")
    assert row["word"]["text"] == REASON
    assert row["word"]["who"] == "Petra Prüfung"
    assert [n["reason"] for n in notices(portal, "rolf")] == ["awaits"]
    as_("rolf", made, "submit", "Steht jetzt da.")
    assert [row["word"]["text"] for row in inbox("petra")] == ["Steht jetzt da."]


def test_one_who_wrote_it_does_not_release_it(write, area):
    made = write()
    with api.env.adopt_user(username="petra"):
        made.setTitle("Andere Öffnungszeiten")
        notify(ObjectModifiedEvent(made))
    with pytest.raises(NotAllowed):
        as_("petra", made, "publish")
    assert inbox("petra") == []
    as_("paul", made, "publish")
    assert api.content.get_state(made) == "public"


def test_released_news_have_a_day_and_a_story(write):
    made = write()
    assert made.EffectiveDate() == "None"
    as_("petra", made, "publish")
    assert made.effective().asdatetime().date() == formatting.now().date()
    assert [(entry["kind"], entry["action"]) for entry in IJournal(made)] == [
        ("created", None),
        ("transition", "submit"),
        ("transition", "publish"),
    ]
    assert IJournal(made).verify() is None
    assert inbox("petra") == inbox("rolf") == []


def test_who_stands_in_finds_and_decides(portal, write):
    now = formatting.now()
    with api.env.adopt_user(username="petra"):
        substitution.name("petra", "mia", now - timedelta(hours=1), now + timedelta(days=3))
    made = write()
    [row] = inbox("mia")
    assert row["substituting"] is not None
    as_("mia", made, "publish")
    assert IJournal(made).last("transition")["on_behalf_of"] == "petra"


def test_several_at_once_from_the_inbox(write):
    pages = [write("Document", title) for title in ("Eins", "Zwei")]
    with api.env.adopt_user(username="petra"):
        results = decide_many([page.UID() for page in pages], "approve")
    assert [result["error"] for result in results] == [None, None]
    assert {api.content.get_state(page) for page in pages} == {"internal"}


def test_pages_of_no_administration_are_up_to_the_management(portal):
    with api.env.adopt_user(username="hanna"):
        made = createContentInContainer(portal, "Document", title="Barrierefreiheit")
        api.content.transition(made, "submit")
    assert "hub-managers" in awaiting(made)()
    as_("hanna", made, "publish")  # the hub's own: nobody else could
    assert api.content.get_state(made) == "public"


def test_a_folder_is_released_too_but_is_no_case_around_its_pages(area, write):
    folder = write("Folder", "Projekte")
    with api.env.adopt_user(username="rolf"):
        createContentInContainer(folder, "Document", title="Darin")
    assert [entry["kind"] for entry in IJournal(folder)] == ["created", "transition"]
    as_("petra", folder, "approve")


def test_a_version_brought_back_brings_no_journal(portal, write):
    made = write("Document")
    with api.env.adopt_roles(["Manager"]):
        api.portal.get_tool("portal_repository").save(made)
        first = made.version_id
        as_("petra", made, "return", REASON)
        before = IJournal(made).head
        made.setTitle("Anders")
        tool = api.portal.get_tool("portal_repository")
        tool.save(made)
        tool.revert(made, first)
    assert made.title == "Neue Öffnungszeiten"
    assert IJournal(made).head == before
    assert IJournal(made).verify() is None


def test_a_version_brought_back_leaves_who_works_on_it(portal, write):
    made, tool = write("Document"), api.portal.get_tool("portal_repository")
    with api.env.adopt_roles(["Manager"]):
        tool.save(made)
        first = made.version_id
    with api.env.adopt_user(username="petra"):
        assignment.take(made)
    with api.env.adopt_roles(["Manager"]):
        made.setTitle("Anders")
        tool.save(made)
        tool.revert(made, first)
    assert made.title == "Neue Öffnungszeiten"
    assert assigned_to(made) == "petra"


class TestWhatPeopleSee:
    def test_the_reviewer_decides_on_the_page(self, write, page):
        made = write("Document")
        html = page("petra", made)
        assert "Sie sind dran" in html
        assert f'action="{made.absolute_url()}/@@decide"' in html
        assert 'value="publish"' in html

    def test_who_only_reads_sees_no_part_of_it(self, portal, write, page):
        made = write("Document")
        as_("petra", made, "publish")
        html = page("lea", made)
        assert "@@decide" not in html
        assert "Verlauf" not in html

    @pytest.mark.parametrize("portal_type", ["Document", "Folder"])
    def test_a_missing_reason_is_asked_for_on_the_page(self, portal, write, page, portal_type):
        made = write(portal_type)
        request = portal.REQUEST
        request.method = request["REQUEST_METHOD"] = "POST"
        with api.env.adopt_user(username="petra"):
            token = createToken()
        html = page("petra", made, "decide", transition="return", _authenticator=token)
        assert request.response.getStatus() == 400
        assert 'id="comment-error"' in html
        assert "<h1>Neue Öffnungszeiten</h1>" in html

    def test_what_is_not_released_has_a_badge_wherever_it_is_listed(
        self, portal, area, write, page
    ):
        made = write()
        badge = "Zur Freigabe"
        assert badge in page("petra", area)
        assert badge in page("petra", made)
        assert page("petra", portal, "mein-hub").count(badge) >= 2  # waits, and among the news
        with api.env.adopt_user(username="petra"):
            hits = engine.search("Öffnungszeiten", {}).hits
            found = page("petra", portal, "search", SearchableText="Öffnungszeiten")
        assert made.UID() in [hit.UID for hit in hits]
        assert re.search(rf'unreleased"\s*>{badge}', found)
        as_("paul", made, "publish")
        assert 'class="tag unreleased"' not in page("petra", area)
