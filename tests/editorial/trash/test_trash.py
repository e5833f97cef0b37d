"""Deleted and brought back: with versions, roles, addresses, links; found nowhere meanwhile."""

from datetime import timedelta
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.timing import reading
from kommunalhub.approvals.timing.rules import Times
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.acting import as_system
from kommunalhub.editorial.trash import looking
from kommunalhub.editorial.trash import operations
from kommunalhub.editorial.trash.jobs import TrashJob
from kommunalhub.search import engine
from people import forget_answers
from plone import api
from plone.app.linkintegrity.utils import getIncomingLinks
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


TITLE = "Wohngeld beantragen"


def text(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")


def delete(thing, who="rolf"):
    """Delete as a person and return the key of what is in the trash, None for nothing."""
    forget_answers()
    with api.env.adopt_user(username=who):
        before = {key for key, _facts in kept(who)}
        thing.aq_parent.manage_delObjects([thing.getId()])
        now = [key for key, _facts in kept(who) if key not in before]
    return now[0] if now else None


def kept(who="rolf"):
    forget_answers()
    with api.env.adopt_user(username=who):
        return looking.listed()


def back(key, who="rolf", place=None):
    forget_answers()
    with api.env.adopt_user(username=who):
        return operations.bring_back(key, place)


def save_version(page, title):
    with api.env.adopt_roles(["Manager"]):
        page.setTitle(title)
        api.portal.get_tool("portal_repository").save(page)


def versions(page):
    tool = api.portal.get_tool("portal_repository")
    with api.env.adopt_roles(["Manager"]):
        return [one.object.title for one in tool.getHistory(page, countPurged=False)]


def test_a_page_comes_back_with_all_that_belongs_to_it(portal, area, write):
    page = write("Document", TITLE, submit=False)
    save_version(page, "Wohngeld")
    save_version(page, TITLE)
    page.manage_setLocalRoles("mia", ["Editor"])
    before = (page.UID(), page.absolute_url(), versions(page), page.get_local_roles())
    position = area.getObjectPosition(page.getId())
    write("Document", "Danach", submit=False)
    head = len(IJournal(page))
    key = delete(page)
    [(_key, facts)] = kept()
    assert (facts.title, facts.by, facts.partner) == (TITLE, "rolf", "malente")
    assert facts.place == "Gemeinde Malente"
    assert before[0] not in {brain.UID for brain in api.portal.get_tool("portal_catalog")()}
    with api.env.adopt_user(username="rolf"):
        assert engine.search("Wohngeld", {}).hits == []
    assert api.content.get(UID=before[0]) is None
    page = back(key)
    assert (page.UID(), page.absolute_url(), versions(page), page.get_local_roles()) == before
    assert area.getObjectPosition(page.getId()) == position
    assert kept() == []
    with api.env.adopt_user(username="rolf"):
        assert [hit.UID for hit in engine.search("Wohngeld", {}).hits] == [before[0]]
    entry = [*IJournal(page)][head]
    assert (entry["kind"], entry["action"], entry["actor"]) == ("trash", "brought_back", "rolf")
    assert "von Rolf Redaktion" in entry["comment"]
    assert IJournal(page).verify() is None


def test_what_was_public_comes_back_as_a_draft(portal, write):
    page = write("Document", TITLE, submit=False)
    with as_builder(portal):
        api.content.transition(page, to_state="public")
    page = back(delete(page, "hanna"), "hanna")
    assert api.content.get_state(page) == "draft"
    forget_answers()
    assert "View" not in [
        one["name"] for one in page.permissionsOfRole("Anonymous") if one["selected"]
    ]


def test_what_was_planned_comes_back_without_its_day(portal, write):
    page = write("Document", TITLE)
    with api.env.adopt_user(username="petra"):
        day = formatting.now() + timedelta(days=3)
        decide(page, "publish", times=Times(effective=day, given=frozenset({"effective"})))
    assert api.content.get_state(page) == "planned"
    page = back(delete(page, "hanna"), "hanna")
    assert api.content.get_state(page) == "draft"
    assert (reading.effective_of(page), reading.kept_plan(page)) == (None, None)
    [brain] = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=page.UID())
    assert reading.due_at(page) is None and brain.effective.year() < 1980
    with as_builder(portal):
        api.content.transition(page, "submit")
    with api.env.adopt_user(username="paul"):
        decide(page, "publish")
    assert api.content.get_state(page) == "public"


def test_who_deletes_has_not_edited_what_leads_there(portal, write):
    page, other = write("Document", TITLE, submit=False), write("Document", "Andere", submit=False)
    with api.env.adopt_user(username="rolf"):
        other.text = text(f'<p><a href="resolveuid/{page.UID()}">Wohngeld</a></p>')
        other.relatedItems = [RelationValue(getUtility(IIntIds).getId(page))]
        notify(ObjectModifiedEvent(other))
    before = len(IJournal(other))
    delete(page, "hanna")
    assert len(IJournal(other)) == before
    assert other.last_editor == "rolf"


def test_deleted_brought_back_and_deleted_again(portal, write):
    page = write("Document", TITLE, submit=False)
    for _again in range(3):
        key = delete(page)
        assert len(kept()) == 1
        page = back(key)
    assert delete(page) is not None


def test_a_folder_comes_back_with_what_is_in_it(portal, write):
    folder = write("Folder", "Soziales", submit=False)
    with api.env.adopt_user(username="rolf"):
        one = createContentInContainer(folder, "Document", title="Eins")
        two = createContentInContainer(folder, "Document", title="Zwei")
        one.text = text(f'<p><a href="resolveuid/{two.UID()}">Zwei</a></p>')
        two.text = text(f'<p><a href="resolveuid/{one.UID()}">Eins</a></p>')
        for each in (one, two):
            notify(ObjectModifiedEvent(each))
    save_version(one, "Eins, neu")
    uid, history = one.UID(), versions(one)
    key = delete(folder)
    [(_key, facts)] = kept()
    assert facts.count == 3
    folder = back(key)
    one, two = folder["eins"], folder["zwei"]
    assert (one.UID(), versions(one)) == (uid, history)
    assert [link.from_object.getId() for link in getIncomingLinks(one)] == ["zwei"]
    assert [link.from_object.getId() for link in getIncomingLinks(two)] == ["eins"]


def test_links_and_relations_lead_to_it_again(portal, area, write):
    page, other = write("Document", TITLE, submit=False), write("Document", "Andere", submit=False)
    intids = getUtility(IIntIds)
    with api.env.adopt_user(username="rolf"):
        other.text = text(f'<p><a href="resolveuid/{page.UID()}">Wohngeld</a></p>')
        other.relatedItems = [RelationValue(intids.getId(page))]
        notify(ObjectModifiedEvent(other))
    page = back(delete(page))
    assert {link.from_attribute for link in getIncomingLinks(page, None)} >= {"isReferencing"}
    [related] = other.relatedItems
    assert related.to_object is not None and related.to_object.UID() == page.UID()


def test_old_addresses_lead_to_it_again(portal, area, write):
    page = write("Document", TITLE, submit=False)
    old = "/".join(page.getPhysicalPath())
    with api.env.adopt_user(username="rolf"):
        page = api.content.rename(page, "wohngeld")
    now = "/".join(page.getPhysicalPath())
    storage = getUtility(IRedirectionStorage)
    key = delete(page)
    assert storage.get(old) is None
    page = back(key)
    assert storage.get(old) == now
    with api.env.adopt_user(username="rolf"):
        key = delete(page)
        other = createContentInContainer(area, "Folder", title="Neuer Ort")
    page = back(key, place=other)
    assert page.aq_parent.UID() == other.UID()
    assert storage.get(now) == "/".join(page.getPhysicalPath())


def test_where_the_place_is_gone_another_one_is_asked_for(portal, area, write):
    folder = write("Folder", "Soziales", submit=False)
    with api.env.adopt_user(username="rolf"):
        page = createContentInContainer(folder, "Document", title=TITLE)
    first, second = delete(page), None
    second = delete(folder)
    with pytest.raises(operations.PlaceGone):
        back(first)
    assert {key for key, _facts in kept()} == {first, second}
    back(second)
    assert back(first).aq_parent.getId() == "soziales"


def test_a_place_that_was_renamed_is_found(portal, area, write):
    folder = write("Folder", "Soziales", submit=False)
    with api.env.adopt_user(username="rolf"):
        page = createContentInContainer(folder, "Document", title=TITLE)
    key = delete(page)
    with api.env.adopt_user(username="rolf"):
        api.content.rename(folder, "arbeit")
    assert back(key).aq_parent.getId() == "arbeit"


def test_a_name_that_is_taken_gets_a_number(portal, area, write):
    page = write("Document", TITLE, submit=False)
    key = delete(page)
    write("Document", TITLE, submit=False)
    assert back(key).getId() == "wohngeld-beantragen-1"


def test_only_who_writes_for_the_administration_brings_back(portal, write):
    key = delete(write("Document", TITLE, submit=False))
    for who in ("lea", "mia", "petra"):
        assert kept(who) == []
        with pytest.raises(KeyError):
            back(key, who)
    assert [one for one, _facts in kept("hanna")] == [key]


def test_nothing_is_put_where_one_may_not_add(portal, write):
    key = delete(write("Document", TITLE, submit=False))
    with pytest.raises(operations.NotHere):
        back(key, place=portal["partner"]["lensahn"])
    assert [one for one, _facts in kept()] == [key]


def test_what_the_system_deletes_and_cases_are_not_kept(portal, area, write):
    page, other = write("Document", TITLE, submit=False), write("Document", "Andere", submit=False)
    with as_builder(portal):
        area.manage_delObjects([page.getId()])
    with as_system(portal):
        area.manage_delObjects([other.getId()])
    with api.env.adopt_user(username="mia"):
        folder = portal["foerderung"]["beratungen"]["malente"]
        case = createContentInContainer(folder, "FundingConsultation", title="Dach")
    assert delete(case, "mia") is None
    assert kept("hanna") == []


def test_after_thirty_days_it_is_gone_with_its_versions(portal, write, monkeypatch):
    page = write("Document", TITLE, submit=False)
    save_version(page, "Wohngeld")
    number = page.cmf_uid()
    key = delete(page)
    now, job = formatting.now(), TrashJob()
    assert job.due(now + timedelta(days=29, hours=23)) == []
    later = now + timedelta(days=30, minutes=1)
    with as_system(portal):
        assert job.due(later) == [key]
        for _twice in range(2):
            job.do(key, later)
    assert kept() == []
    storage = api.portal.get_tool("portal_historiesstorage")
    assert len(storage.getHistory(number, countPurged=False)) == 0


def test_an_account_that_goes_is_forgotten(portal, write):
    page = write("Document", TITLE, submit=False)
    page.manage_setLocalRoles("mia", ["Editor"])
    key = delete(page)
    with as_builder(portal):
        api.user.delete(username="rolf")
        api.user.delete(username="mia")
    [(_key, facts)] = kept("hanna")
    assert facts.by == ""
    page = back(key, "hanna")
    assert not {"rolf", "mia"} & {name for name, _roles in page.get_local_roles()}
