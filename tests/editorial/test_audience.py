"""Who may open a page, who finds it, who is told and who is counted are the same people."""

from datetime import timedelta
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.editorial.reach.reading import reach_in
from kommunalhub.editorial.reach.reading import reach_now
from kommunalhub.partners.audience.interfaces import IAudience
from kommunalhub.partners.audience.reading import people_with
from kommunalhub.partners.audience.said import audience_text
from kommunalhub.partners.audience.said import reach_text
from kommunalhub.partners.operations import add_partner
from kommunalhub.partners.substitution import operations as substitution
from people import As
from plone import api
from plone.event.utils import utc
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.CatalogTool import allowedRolesAndUsers
from zope.component import getUtility
from zope.event import notify
from zope.i18n import translate
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import IVocabularyFactory

import pytest


PASSWORD = "Kornblume, Leuchtturm, Watt 43"
EVERYBODY = {"rolf", "petra", "paul", "mia", "lea", "hanna", "tina", "ute"}
HERE = EVERYBODY - {"ute"}
#: Those who look after what Malente has written.
KEEP = {"rolf", "petra", "paul", "hanna"}


@pytest.fixture
def portal(portal):
    """With a trainer of the hub, and Ute, who has an account and works nowhere here."""
    with as_builder(portal):
        for userid, groups in (("tina", ["hub-trainers"]), ("ute", [])):
            api.user.create(username=userid, email=f"{userid}@example.org", password=PASSWORD)
            for group in groups:
                api.group.add_user(groupname=group, username=userid)
    return portal


def choose(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    notify(ObjectModifiedEvent(page, Attributes(IAudience, *fields)))


def release(page, transition="approve"):
    with As("petra"):
        decide(page, transition)


def may_open(page):
    found = set()
    for person in EVERYBODY:
        with As(person):
            found.update([person] * bool(api.user.has_permission("View", obj=page)))
    return found


def find(page):
    processQueue()
    found = set()
    for person in EVERYBODY:
        with As(person):
            found.update([person] * bool(api.content.find(UID=page.UID())))
    return found


def promise(page, people):
    """Look at all four: open, found, told, counted; whoever asks."""
    assert may_open(page) == people
    assert find(page) == people
    for asks in ("hanna", "ute", "mia"):
        with As(asks):
            assert reach_now(page).people & EVERYBODY == people
            assert reach_now(page).people == people_with(allowedRolesAndUsers(page)())


@pytest.mark.parametrize(
    "chosen, people",
    [
        ({}, HERE),
        ({"audience_partners": ("malente",)}, KEEP | {"mia"}),
        ({"audience_partners": ("lensahn",)}, KEEP | {"lea"}),
        ({"audience_functions": ("reviewers",)}, KEEP | {"lea"}),
        ({"audience_groups": ("hub-trainers",)}, KEEP | {"tina"}),
        (
            {
                "audience_partners": ("lensahn",),
                "audience_functions": ("editors",),
                "audience_groups": ("hub-trainers",),
            },
            KEEP | {"tina"},
        ),
    ],
)
def test_open_found_told_and_counted_are_the_same(write, chosen, people):
    page = write(**chosen)
    before = reach_in(page, "internal")
    assert before.people & EVERYBODY == people
    release(page)
    promise(page, people)
    assert reach_now(page) == before


def test_before_its_release_it_is_for_nobody_it_is_meant_for(write):
    page = write(audience_partners=("lensahn",))
    promise(page, KEEP)


def test_another_audience_counts_at_once_and_a_step_does_not_widen_it(portal, write):
    page = write()
    release(page)
    promise(page, HERE)
    with As("rolf"):
        choose(page, audience_partners=("malente",))
    promise(page, KEEP | {"mia"})
    with As("rolf"):
        decide(page, "retract")
        decide(page, "submit")
    release(page)
    promise(page, KEEP | {"mia"})
    with As("rolf"):
        choose(page, audience_partners=())
    promise(page, HERE)


def test_what_is_for_some_is_not_published(write):
    page = write(audience_partners=("malente",))
    with As("petra"), pytest.raises(NotAllowed) as refused:
        decide(page, "publish")
    assert "Zielgruppe" in translate(refused.value.args[0], target_language="de")
    with As("rolf"):
        choose(page, audience_partners=())
    with As("petra"):
        decide(page, "publish")
    assert reach_now(page).is_public
    # even where code says so it stays closed
    with api.env.adopt_roles(["Manager"]):
        choose(page, audience_partners=("lensahn",))
    promise(page, KEEP | {"lea"})
    with api.env.adopt_roles(["Manager"]):
        choose(page, audience_partners=())
    assert may_open(page) == find(page) == EVERYBODY


def test_who_comes_and_goes_counts_at_once(portal, write):
    page = write(audience_partners=("lensahn",))
    release(page)
    with as_builder(portal):
        api.group.add_user(groupname="lensahn-staff", username="tina")
        api.group.remove_user(groupname="lensahn-staff", username="lea")
        api.group.remove_user(groupname="lensahn-reviewers", username="lea")
    promise(page, KEEP | {"tina"})
    with as_builder(portal):
        api.user.delete(username="tina")
    with As("hanna"):
        assert reach_now(page).people & EVERYBODY == KEEP


def test_who_stands_in_reads_no_more_and_who_is_away_is_told_apart(write):
    now = formatting.now()
    with As("petra"):
        substitution.name("petra", "mia", now - timedelta(hours=1), now + timedelta(days=3))
    page = write(audience_groups=("hub-trainers",))
    with As("paul"):
        decide(page, "approve")
    promise(page, KEEP | {"tina"})
    assert reach_now(page).away == {"petra"}
    text = translate(reach_text(reach_now(page)), target_language="de")
    assert text == f"{len(reach_now(page).people)} Personen, 1 davon abwesend"
    assert translate(audience_text(page), target_language="de") == "Nur für Weiterbildung"


def test_an_older_version_brings_back_no_audience(write):
    page = write("Document")
    tool = api.portal.get_tool("portal_repository")
    with api.env.adopt_roles(["Manager"]):
        tool.save(page)
        first = page.version_id
    with As("rolf"):
        decide(page, "retract")
        choose(page, audience_partners=("malente",))
        decide(page, "submit")
    release(page)
    with api.env.adopt_roles(["Manager"]):
        page.setTitle("Anders")
        tool.save(page)
        tool.revert(page, first)
    assert page.title == "Neue Öffnungszeiten"
    promise(page, KEEP | {"mia"})


def test_what_raised_no_event_is_put_right_by_the_tick(portal, write):
    page, plain = write(audience_partners=("malente",)), write()
    for one in (page, plain):
        release(one)
    with as_builder(portal):
        portal.portal_workflow.updateRoleMappings()
        processQueue()
    assert find(page) == HERE
    job, now = getUtility(IJob, "audience"), formatting.now()
    assert job.due(now) == [page.UID()]
    job.do(page.UID(), now)
    processQueue()
    assert job.due(now) == []
    promise(page, KEEP | {"mia"})
    promise(plain, HERE)


def test_a_new_administration_is_among_all(portal, write):
    page = write(audience_functions=("editors",))
    release(page)
    with as_builder(portal):
        add_partner("wilster", title="Stadt Wilster", short_title="Wilster")
        api.group.add_user(groupname="wilster-editors", username="ute")
    promise(page, KEEP | {"ute"})


def test_a_group_made_by_hand_is_offered_where_its_people_work_here(portal):
    with as_builder(portal):
        api.group.create("ag-kurpark", title="AG Kurpark", roles=["Staff"])
        api.group.create("vereine", title="Vereine")
    offered = getUtility(IVocabularyFactory, "kommunalhub.audience_groups")(portal)
    titles = [translate(term.title, target_language="de") for term in offered]
    assert titles[-1] == "AG Kurpark" and "Vereine" not in titles
    assert "malente-staff" not in offered and "hub-support" in offered


def test_the_page_says_for_whom_it_is_and_whom_it_would_reach(write, page):
    made = write(audience_partners=("malente",))
    html = page("petra", made)
    assert "Nur für Gemeinde Malente" in html
    assert "Wen diese Seite" in html and "Intern freigeben" in html
    assert "5 Personen" in html
    release(made)
    assert "Erreicht" not in page("mia", made) and "Nur für" in page("mia", made)
    assert "Erreicht: 5 Personen" in page("rolf", made)


def test_an_event_for_some_is_for_them_and_not_for_the_world(write):
    begins = utc(formatting.now() + timedelta(days=2))
    times = {"start": begins, "end": begins + timedelta(hours=1)}
    event = write("Event", audience_partners=("lensahn",), **times)
    with pytest.raises(NotAllowed):
        release(event, "publish")
    release(event)
    promise(event, KEEP | {"lea"})
