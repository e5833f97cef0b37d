"""The site around it: the job, what is told, the plugin, uninstalling."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.partners.operations import groups
from kommunalhub.partners.substitution import operations
from kommunalhub.partners.substitution import plugin
from kommunalhub.partners.substitution.interfaces import ISubstitutionChanged
from kommunalhub.partners.substitution.rights import lent_to
from kommunalhub.partners.substitution.rights import PLUGIN
from kommunalhub.partners.substitution.storage import book_of
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IGroupsPlugin
from zope.component import getGlobalSiteManager
from zope.component import getUtility

import pytest


NOW = datetime(2026, 8, 3, 7, 30, tzinfo=UTC)
START = NOW + timedelta(hours=2)
END = START + timedelta(days=3)
PASSWORD = "Ein-langes-Kennwort-2026"
PEOPLE = {"petra": "malente-reviewers", "mia": "malente-staff", "chef": "hub-managers"}


@pytest.fixture
def portal(integration):
    with api.env.adopt_roles(["Manager"]):
        for name, group in PEOPLE.items():
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    return integration["portal"]


@pytest.fixture
def clock(monkeypatch):
    def set_to(moment):
        monkeypatch.setattr("kommunalhub.core.formatting.now", lambda: moment)

    set_to(NOW)
    return set_to


@pytest.fixture
def told():
    """The list of what was told since: (what, absent, substitute, by)."""
    heard = []

    def listen(event):
        one = event.substitution
        heard.append((event.what, one.absent, one.substitute, event.by))

    registry = getGlobalSiteManager()
    registry.registerHandler(listen, (ISubstitutionChanged,))
    yield heard
    registry.unregisterHandler(listen, (ISubstitutionChanged,))


def name(by="petra", start=START, end=END):
    with api.env.adopt_user(username=by):
        return operations.name("petra", "mia", start, end)


def tick(now):
    """Do what is due, as the runner does."""
    job = getUtility(IJob, name="substitutions")
    keys = job.due(now)
    for key in keys:
        job.do(key, now)
    for key in keys:
        job.do(key, now)  # a second machine with the same list
    return keys


def test_both_learn_of_it_once(portal, clock, told):
    name()
    assert tick(NOW) == []
    clock(START)
    tick(START)
    tick(START + timedelta(minutes=5))
    clock(END)
    tick(END)
    assert told == [
        ("named", "petra", "mia", "petra"),
        ("begun", "petra", "mia", None),
        ("ended", "petra", "mia", None),
    ]
    tick(END + timedelta(days=500))
    assert list(book_of(portal)) == []


def test_missed_nights_are_caught_up_without_telling_of_what_is_over(portal, clock, told):
    name()
    clock(END + timedelta(days=1))
    tick(END + timedelta(days=1))
    assert [what for what, *_rest in told] == ["named", "ended"]


def test_what_begins_at_once_is_told_once(portal, clock, told):
    one = name(by="chef", start=NOW - timedelta(days=2))
    assert one.start == NOW
    assert tick(NOW) == []
    with api.env.adopt_user(username="petra"):
        operations.end(one.id)
    assert tick(END) == []
    assert [(what, by) for what, _a, _s, by in told] == [("named", "chef"), ("ended", "petra")]


def test_taken_back_before_it_begins(portal, clock, told):
    one = name()
    with api.env.adopt_user(username="petra"):
        operations.end(one.id)
        with pytest.raises(KeyError):
            operations.end(one.id)
    assert tick(END) == []
    assert [what for what, *_rest in told] == ["named", "cancelled"]


def test_rights_need_no_job(portal, clock):
    name()
    clock(START)
    assert lent_to("mia")
    clock(END)
    assert lent_to("mia") == {}


def test_a_deleted_account_is_told_to_who_is_left(portal, clock, told):
    name()
    clock(START)
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="mia")
    assert told[-1][:3] == ("ended", "petra", "mia")


def test_an_account_taken_away_behind_the_back_lends_nothing(portal, clock):
    name()
    clock(START)
    portal.acl_users.source_users.removeUser("petra")
    assert lent_to("mia") == {}


def test_a_group_that_is_gone_passes_nothing(portal, clock):
    name()
    clock(START)
    with api.env.adopt_roles(["Manager"]):
        groups.remove_groups_of("malente")
    assert lent_to("mia") == {}


def test_a_group_within_a_group_counts(portal, clock):
    with api.env.adopt_roles(["Manager"]):
        api.group.create(groupname="leitung")
        api.group.add_user(groupname="leitung", username="petra")
        api.group.remove_user(groupname="malente-reviewers", username="petra")
        portal.portal_groups.addPrincipalToGroup("leitung", "malente-reviewers")
    name()
    clock(START)
    assert "malente-reviewers~FundingConsultation" in lent_to("mia")


def test_a_consultant_passes_to_the_hub_the_role_on_cases_alone(portal, clock):
    with api.env.adopt_roles(["Manager"]):
        for person in ("bea", "tom"):
            api.user.create(username=person, email=f"{person}@example.org", password=PASSWORD)
        api.group.add_user(groupname="hub-consultants", username="bea")
        api.group.add_user(groupname="hub-managers", username="bea")
        api.group.add_user(groupname="hub-support", username="tom")
    with api.env.adopt_user(username="bea"):
        operations.name("bea", "tom", START, END)
    clock(START)
    tom = api.user.get("tom")
    typed = [group for group in tom.getGroups() if "~" in group]
    assert {group.partition("~")[0] for group in typed} == {"hub-consultants"}
    assert not {"Consultant", "HubManager"} & set(tom.getRoles())


def test_the_plugin_comes_once_and_goes_without_a_trace(portal):
    users = portal.acl_users
    plugin.install(users)
    assert users.plugins.listPluginIds(IGroupsPlugin).count(PLUGIN) == 1
    plugin.uninstall(users)
    assert PLUGIN not in users.objectIds()
    assert PLUGIN not in users.plugins.listPluginIds(IGroupsPlugin)
    plugin.uninstall(users)
    plugin.install(users)
    assert users.plugins.listPluginIds(IGroupsPlugin)[-1] == PLUGIN  # after those that are real
