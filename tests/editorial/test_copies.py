"""A public page is changed on a working copy, which takes its place once somebody else approved."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from kommunalhub.approvals import revisions
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.timing.rules import Times
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.editorial.copies import operations
from kommunalhub.editorial.copies import rules
from kommunalhub.editorial.mustread import operations as mustread
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.talk import operations as talk
from kommunalhub.editorial.trash import storage as trash
from kommunalhub.editorial.versions import reading as reading_versions
from kommunalhub.notices.box import box_of
from kommunalhub.notices.listing import rows_of
from kommunalhub.notices.operations import begin_anew
from kommunalhub.partners.audience import narrowing
from moments import BERLIN
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.app.textfield.value import RichTextValue
from plone.protect.authenticator import createToken
from zExceptions import ResourceLockedError
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


TODAY = datetime(2026, 11, 16, 15, tzinfo=BERLIN)
SIX = datetime(2026, 11, 17, 6, tzinfo=BERLIN)
OLD, NEW = "<h2>Zeiten</h2><p>Montag 8 bis 12 Uhr</p>", "<h2>Zeiten</h2><p>Montag 8 bis 16 Uhr</p>"
MODIFY = "Modify portal content"


def text(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")


def as_(userid, obj, transition, comment="", times=None):
    with api.env.adopt_user(username=userid):
        decide(obj, transition, comment, times=times)


def change(page, html=NEW, who="rolf", **fields):
    with api.env.adopt_user(username=who):
        page.text = text(html)
        for name, value in fields.items():
            setattr(page, name, value)
        notify(ObjectModifiedEvent(page))


def may(userid, permission, obj):
    with api.env.adopt_user(username=userid):
        return asking.may(permission, obj)


def found_by(userid, obj):
    with api.env.adopt_user(username=userid):
        return bool(api.portal.get_tool("portal_catalog")(UID=obj.UID()))


def found(**query):
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)


def versions(portal, page):
    with as_builder(portal):
        history = api.portal.get_tool("portal_repository").getHistory(page)
        return [one.comment for one in reversed(list(history))]


def state(obj):
    return api.content.get_state(obj)


@pytest.fixture
def public(write):
    """Return a function that makes a public page of Rolf."""

    def public(portal_type="Document", step="publish", **fields):
        fields = {"title": "Öffnungszeiten", "text": text(OLD), **fields}
        page = write(portal_type, **fields)
        as_("petra", page, step)
        return page

    return public


@pytest.fixture
def page_(public):
    return public()


@pytest.fixture
def copy_of():
    """Return a function that starts a working copy, changes it, and hands it in where wanted."""

    def copy_of(page, who="rolf", submit=False, **fields):
        with api.env.adopt_user(username=who):
            copy = operations.start(page)
        change(copy, who=who, **fields)
        if submit:
            as_(who, copy, "submit")
        return copy

    return copy_of


class TestRules:
    @pytest.mark.parametrize("name", ["draft", "pending", "planned", "internal", "expired"])
    def test_only_what_is_public_is_closed(self, name):
        roles = ("Editor", "HubManager", "Manager")
        assert rules.changing_roles(roles, name) == roles

    def test_nobody_copies_what_nobody_reads(self):
        for name in ("draft", "pending", "planned", "expired"):
            assert rules.starting_roles(name) == ("Manager",)


class TestWho:
    @pytest.mark.parametrize(
        ("step", "who", "changes", "starts"),
        [
            ("publish", "rolf", False, True),
            ("publish", "petra", False, False),
            ("publish", "mia", False, False),
            ("publish", "lea", False, False),
            ("publish", "hanna", True, True),
            ("approve", "rolf", True, True),
            ("approve", "petra", False, False),
        ],
    )
    def test_changes_at_once_or_by_a_copy(self, public, step, who, changes, starts):
        page = public(step=step)
        assert may(who, MODIFY, page) is changes
        assert may(who, "CMFEditions: Revert to previous versions", page) is changes
        with api.env.adopt_user(username=who):
            assert revisions.may_revise(page) is starts

    def test_news_and_pages_but_no_dates(self, public):
        assert not may("rolf", MODIFY, public("News Item"))
        event = public("Event", title="Sommerfest")
        assert may("rolf", MODIFY, event)
        assert not may("rolf", "iterate : Check out content", event)

    def test_back_as_a_draft_it_is_changed_at_once(self, page_):
        as_("rolf", page_, "retract")
        assert may("rolf", MODIFY, page_)
        with api.env.adopt_user(username="rolf"):
            assert not revisions.may_revise(page_)

    def test_a_narrow_page_stays_closed_when_its_audience_is_followed(self, portal, public):
        page = public()
        narrowing.follow(page)
        assert not may("rolf", MODIFY, page)

    def test_what_raised_no_event_is_closed_again_by_the_tick_once_a_day(self, portal, page_):
        with as_builder(portal):
            portal.portal_workflow.updateRoleMappings()
        assert may("rolf", MODIFY, page_)
        job = getUtility(IJob, "closed_pages")
        assert job.due(TODAY) == ["2026-11-16"]
        job.do("2026-11-16", TODAY)
        assert not may("rolf", MODIFY, page_) and may("hanna", MODIFY, page_)
        assert (job.due(TODAY), job.due(SIX)) == ([], ["2026-11-17"])


class TestCopy:
    def test_it_is_a_draft_beside_the_page_that_others_do_not_see(self, area, page_, copy_of):
        copy = copy_of(page_)
        assert state(copy) == "draft"
        assert copy.getId() == f"{page_.getId()}-ueberarbeitung"
        assert copy.Creator() == "rolf"
        assert (page_.text.raw, copy.text.raw) == (OLD, NEW)
        with api.env.adopt_user(username="rolf"):
            assert reading_versions.version(copy, 0).text.raw == OLD
        assert not found_by("mia", copy) and not found_by("lea", copy)
        assert found_by("rolf", copy)
        assert [entry["kind"] for entry in IJournal(copy)][0] == "created"
        assert IJournal(page_).last("revision")["action"] == "started"

    def test_there_is_one_and_the_second_is_told_who_has_it(self, page_, copy_of):
        copy = copy_of(page_)
        with api.env.adopt_user(username="rolf"), pytest.raises(operations.CopyThere) as told:
            operations.start(page_)
        assert told.value.held.copy == copy
        assert told.value.held.who == "Rolf Redaktion"

    def test_once_approved_it_takes_the_place(self, portal, area, page_, copy_of):
        uid, address, made = page_.UID(), page_.absolute_url(), page_.effective()
        copy = copy_of(page_, submit=True, title="Neue Öffnungszeiten")
        gone = "/".join(copy.getPhysicalPath())
        assert page_.text.raw == OLD
        as_("petra", copy, "publish", "Passt.")
        assert (page_.text.raw, page_.title) == (NEW, "Neue Öffnungszeiten")
        assert (page_.UID(), page_.absolute_url(), page_.effective()) == (uid, address, made)
        assert (page_.Creator(), page_.last_editor, state(page_)) == ("rolf", "rolf", "public")
        assert [thing.getId() for thing in area.objectValues("Dexterity Item")] == [page_.getId()]
        assert not found(path=gone)
        [brain] = found(UID=uid)
        assert (brain.Title, brain.review_state) == ("Neue Öffnungszeiten", "public")
        assert getUtility(IRedirectionStorage).get(gone) == "/".join(page_.getPhysicalPath())
        assert not may("rolf", MODIFY, page_)
        with api.env.adopt_user(username="rolf"):
            assert revisions.may_revise(page_)
        assert trash.find(portal) is None or not list(trash.find(portal).facts)

    def test_the_journal_of_the_page_tells_all(self, page_, copy_of):
        copy = copy_of(page_, submit=True)
        as_("petra", copy, "return", "Und freitags?")
        as_("rolf", copy, "submit")
        as_("paul", copy, "publish", "Danke!")
        told = [(e["kind"], e["actor"], e["action"], e["comment"]) for e in IJournal(page_)]
        assert told[-5:] == [
            ("revision", "rolf", "started", ""),
            ("revision", "rolf", "submit", ""),
            ("revision", "petra", "return", "Und freitags?"),
            ("revision", "rolf", "submit", ""),
            ("transition", "paul", "publish", "Danke!"),
        ]
        assert IJournal(page_).last("transition")["fields"] == ["text"]
        assert IJournal(page_).verify() is None

    def test_one_version_is_kept_of_it(self, portal, page_, copy_of):
        copy = copy_of(page_, submit=True)
        before = versions(portal, page_)
        as_("petra", copy, "publish", "Passt.")
        assert versions(portal, page_) == [*before, "Passt."]

    def test_who_wrote_both_is_told_once_and_finds_the_page(self, portal, page_, copy_of):
        copy = copy_of(page_, submit=True)
        # each request is a transaction; the tests make one of all
        begin_anew()
        before = {key for key, _notice in box_of(portal, "rolf").newest()}
        as_("petra", copy, "publish", "Passt.")
        [told] = [n for key, n in box_of(portal, "rolf").newest() if key not in before]
        entry = IJournal(page_).last("transition")
        assert (told["case"], told["seq"], told["action"]) == (
            *(page_.UID(), entry["seq"]),
            "publish",
        )
        [row] = rows_of(portal, [("key", told)])
        assert row["url"] == page_.absolute_url()

    def test_four_eyes(self, page_, copy_of):
        copy = copy_of(page_, submit=True)
        change(copy, who="petra")
        with pytest.raises(NotAllowed):
            as_("petra", copy, "publish")
        as_("paul", copy, "publish")
        assert (state(page_), page_.last_editor) == ("public", "petra")

    def test_the_state_is_the_one_that_was_chosen(self, page_, copy_of):
        as_("petra", copy_of(page_, submit=True), "approve")
        assert state(page_) == "internal"
        assert not found_by("hanna", page_) or found_by("mia", page_)
        assert may("rolf", MODIFY, page_)

    def test_it_is_planned_like_any_page(self, portal, page_, copy_of, monkeypatch):
        monkeypatch.setattr(formatting, "now", lambda: TODAY)
        copy = copy_of(page_, submit=True)
        as_("petra", copy, "publish", times=Times(effective=SIX, given=frozenset({"effective"})))
        assert state(copy) == "planned"
        assert page_.text.raw == OLD
        job = getUtility(IJob, "appearing")
        for moment, said in ((SIX - timedelta(minutes=1), OLD), (SIX, NEW), (SIX, NEW)):
            monkeypatch.setattr(formatting, "now", lambda moment=moment: moment)
            with as_system(portal):
                for key in job.due(moment):
                    job.do(key, moment)
            assert page_.text.raw == said
        assert (page_.last_editor, state(page_)) == ("rolf", "public")


class TestWhatStays:
    def test_comments_confirmations_and_questions_stay_with_the_page(self, public, copy_of):
        page = public(must_read=True, must_read_due=datetime(2027, 1, 4).date(), talk_allowed=True)
        with api.env.adopt_user(username="mia"):
            talk.comment(page, "Danke.")
            mustread.confirm(page, reading.revision_of(page).mark)
        copy = copy_of(page, submit=True, must_read_essential=True)
        assert reading.revision_of(copy) is None
        assert not reading.confirmed_of(copy)
        as_("petra", copy, "publish")
        with api.env.adopt_user(username="mia"):
            assert [one.text for one in talk.comments_for(page)] == ["Danke."]
            mine = reading.mine(page, "mia")
        assert mine.is_open and mine.before is not None  # asked anew, for what has changed
        assert not page.must_read_essential

    def test_its_end_stays_unless_another_one_was_decided(self, public, copy_of, monkeypatch):
        monkeypatch.setattr(formatting, "now", lambda: TODAY)
        page = public()
        end = SIX + timedelta(days=40)
        with api.env.adopt_user(username="petra"):
            page.setExpirationDate(DateTime(end))
        as_("petra", copy_of(page, submit=True), "publish")
        assert page.expires().asdatetime() == end
        sooner = Times(expires=SIX, given=frozenset({"expires"}))
        as_("petra", copy_of(page, submit=True), "publish", times=sooner)
        assert page.expires().asdatetime() == SIX


class TestGoing:
    def test_a_discarded_copy_leaves_the_page_as_it_is(self, portal, page_, copy_of):
        copy = copy_of(page_)
        with api.env.adopt_user(username="rolf"):
            revisions.discard(copy)
        assert IJournal(page_).last("revision")["action"] == "discarded"
        assert page_.text.raw == OLD
        again = copy_of(page_)
        assert revisions.revision_of(page_) == again

    def test_so_does_one_that_was_deleted(self, area, page_, copy_of):
        copy = copy_of(page_)
        with api.env.adopt_user(username="rolf"):
            area.manage_delObjects([copy.getId()])
        assert [e["action"] for e in IJournal(page_)].count("discarded") == 1
        assert revisions.revision_of(page_) is None
        assert copy_of(page_, submit=True)

    def test_a_page_that_goes_leaves_a_draft(self, area, page_, copy_of):
        copy = copy_of(page_)
        with api.env.adopt_user(username="hanna"):
            with pytest.raises(ResourceLockedError):
                area.manage_delObjects([page_.getId()])
            area._delObject(page_.getId())
        assert not revisions.is_revision(copy) and copy.text.raw == NEW
        as_("rolf", copy, "submit")
        as_("petra", copy, "publish")
        assert state(copy) == "public"

    def test_what_is_pasted_is_an_ordinary_page(self, portal, area, page_, copy_of):
        copy = copy_of(page_)
        with as_builder(portal):
            pasted = [api.content.copy(one, area) for one in (page_, copy)]
        for one in pasted:
            assert not revisions.is_revision(one) and revisions.revision_of(one) is None
            assert not may("rolf", "iterate : Check out content", one)

    def test_a_page_taken_back_meanwhile_is_released_by_its_copy(self, page_, copy_of):
        copy = copy_of(page_, submit=True)
        as_("rolf", page_, "retract")
        as_("petra", copy, "publish")
        assert (state(page_), page_.text.raw) == ("public", NEW)


class TestPages:
    def test_lists_say_that_it_is_a_copy(self, page_, copy_of):
        copy_of(page_, submit=True)
        with api.env.adopt_user(username="petra"):
            [brain] = [one for one in inbox_brains() if one.Title == page_.title]
            assert Rows().plain(brain)["type_title"] == "type_working_copy"

    def test_who_reads_sees_nothing_of_it(self, page_, copy_of, page):
        copy_of(page_)
        for who in ("mia", "lea"):
            assert "arbeitskopie" not in page(who, page_)

    def test_who_writes_is_offered_one_and_led_to_its_form(self, portal, page_, page):
        assert "Arbeitskopie anlegen" in page("rolf", page_)
        assert "Arbeitskopie anlegen" in page("rolf", page_, "arbeitskopie")
        request = portal.REQUEST
        request.method = request["REQUEST_METHOD"] = "POST"
        with api.env.adopt_user(username="rolf"):
            token = createToken()
        page("rolf", page_, "arbeitskopie", _authenticator=token)
        copy = revisions.revision_of(page_)
        assert request.response.getHeader("Location") == f"{copy.absolute_url()}/edit"
        page("rolf", page_, "arbeitskopie", _authenticator=token)
        assert request.response.getHeader("Location") == copy.absolute_url()
        request.method = request["REQUEST_METHOD"] = "GET"
        assert "Rolf Redaktion" in page("rolf", page_)
        html = page("rolf", copy)
        assert "Das ist eine Arbeitskopie" in html and "arbeitskopie-verwerfen" in html

    def test_the_reviewer_sees_the_difference(self, page_, copy_of, page):
        copy = copy_of(page_, submit=True, title="Neue Zeiten")
        html = page("petra", copy, "aenderungen")
        assert "<del" in html and "12" in html and "16" in html and "Zeiten" in html
        assert html.count("field-") == 2 * len(["title", "text"])  # and nothing that a form adds
        beside = page("petra", copy, "aenderungen", look="beside")
        assert "Bisher" in beside

    @pytest.mark.parametrize(
        ("who", "step", "leads"),
        [
            ("rolf", "publish", "@@arbeitskopie"),
            ("rolf", "approve", "edit"),
            ("hanna", "publish", "edit"),
        ],
    )
    def test_change_leads_to_the_form_or_to_a_copy(self, portal, public, page, who, step, leads):
        made = public(step=step)
        page(who, made, "aendern")
        assert portal.REQUEST.response.getHeader("Location") == f"{made.absolute_url()}/{leads}"
