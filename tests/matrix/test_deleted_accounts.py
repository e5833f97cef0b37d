"""Wherever the id of a person is kept: what is left of it when the account has been deleted.

The whole database is read, record by record. Somebody new cannot have the id (security/userids),
so what tells who did something stays; everything that would still work for the person goes.
"""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.forms import storage as forms
from kommunalhub.core.forms.storage import Typed
from kommunalhub.partners.substitution import operations as substitution
from kommunalhub.search.saved import operations as saved
from kommunalhub.security.guard import find_guard
from kommunalhub.site.accounts import DEMO_PASSWORD
from kommunalhub.workshops import operations
from PIL import Image
from plone import api
from Products.PlonePAS.utils import cleanId
from ZODB.serialize import referencesf
from ZODB.utils import get_pickle_metadata

import io
import pytest
import re
import requests
import transaction


WHO = "malente-pruefung"
#: Records that may hold the id afterwards, by the classes on the way to them, and why.
STAYS = {
    # Who did something: journals, authors, history of states, and the indexes of both.
    **dict.fromkeys(
        [
            f"{way} > {record}"
            for way in (
                "Folder > Exhibit",
                "Folder > Position",
                "Folder > Project",
                "Folder > Workshop",
                "Folder > WorkshopMaterial",
                "IntIds > Document",
                "IntIds > Event",
                "IntIds > Exhibit",
                "IntIds > ExperienceReport",
                "IntIds > FundingConsultation",
                "IntIds > NewsItem",
                "IntIds > Position",
                "IntIds > Project",
                "IntIds > Workshop",
            )
            for record in ("Entries", "PersistentMapping")
        ],
        "what happened in a case or with a page",
    ),
    "ObjectData > NewsItem > PersistentMapping": "what happened with a page, in its versions",
    "PersistentComponents > IntIds > FundingConsultation": "its author",
    "PloneSite > CatalogTool > Catalog": "authors",
    "CatalogTool > Catalog > FieldIndex": "authors",
    "CatalogTool > Catalog > KeywordIndex": "who decided on what",
    "PloneSite > Store > Box": "who did what colleagues are told of",
    # What keeps the id from others, and what is empty by now.
    "PloneSite > PluggableAuthService > AccountKeeper": "nobody gets the id again",
    "PluggableAuthService > HubSessions > SessionLedger": "all sessions have ended",
    "PloneSite > PluggableAuthService > GroupAwareRoleManager": "no roles",
    "PloneSite > PluggableAuthService > GroupManager": "no groups",
    "PloneSite > Folder": "a role on what everybody may see; nobody can get the id",
}
#: Records that must have held the id before, or this test looks at nothing.
GOES = {
    "MemberDataTool > BTreeFolder2 > Image": "portrait",
    "PloneSite > MemberDataTool > MemberData": "profile",
    "PloneSite > PluggableAuthService > ZODBMutablePropertyProvider": "profile",
    "PloneSite > PluggableAuthService > UserManager": "account",
    "PloneSite > PasswordResetTool": "key for a new password",
    "PluggableAuthService > PasswordGuard > RegistrationLedger": "registration",
    "PloneSite > Book": "substitutions",
    "PloneSite > Books > Book": "seats in workshops",
    "PloneSite > Slips": "what was typed",
    "PloneSite > Store": "mails and the person's own notices",
    "PloneSite": "saved searches",
    "PortletManager > PortletCategoryMapping > UserPortletAssignmentMapping": "own pages",
}


def records_with(portal, user_id):
    """Return the records of a site that hold an id: {how each is reached, as names of classes}.

    Of the way to a record the last three steps are told, without those of mere BTrees.
    """
    storage, found, ways = portal._p_jar.db().storage, set(), {portal._p_oid: ()}
    # The demo has somebody else whose id goes on with a 2.
    pattern, waiting = re.compile(rb"%s(?!2)" % user_id.encode()), [portal._p_oid]
    while waiting:
        oid = waiting.pop(0)
        data, _serial = storage.load(oid)[:2]
        module, name = get_pickle_metadata(data)
        way = ways[oid] if module.startswith("BTrees") else (*ways[oid], name)
        if pattern.search(data):
            found.add(" > ".join(way[-3:]))
        for other in referencesf(data):
            if other not in ways:
                ways[other] = way
                waiting.append(other)
    return found


@pytest.fixture
def busy(demo):
    """The demo's reviewer of Malente, with everything that the hub keeps for a person."""
    portal = demo["portal"]
    transaction.begin()
    now = formatting.now()
    with api.env.adopt_user(username=WHO):
        saved.save(portal, WHO, "Radweg", {})
        substitution.name(WHO, "malente-mitarbeit", now, now + timedelta(days=3))
    with api.env.adopt_user(username="hubleitung"):
        later = now + timedelta(days=4)
        substitution.name("malente-redaktion", WHO, later, later + timedelta(days=3))
    forms.ensure(portal).keep(WHO, Typed("/form", {"title": WHO}, []), now.timestamp())
    api.portal.get_tool("portal_password_reset").requestReset(WHO)
    find_guard(portal.acl_users).registrations.add("x" * 64, WHO, f"{WHO}@example.org", 0, 9e9)
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Workshop", review_state="published", sort_on="start", sort_limit=2
    ):
        operations.register(brain._unrestrictedGetObject(), operations.member(WHO), by=WHO)
    api.user.grant_roles(username=WHO, roles=["Contributor"])
    api.user.grant_roles(username=WHO, roles=["Reader"], obj=portal.materialien)
    picture = io.BytesIO()
    Image.new("RGB", (75, 100)).save(picture, "PNG")
    picture.filename = "ich.png"
    picture.seek(0)
    with api.env.adopt_user(username=WHO):
        api.portal.get_tool("portal_membership").changeMemberPortrait(picture)
    transaction.commit()
    return portal


def test_what_still_works_for_a_person_goes(busy):
    before = records_with(busy, WHO)
    answer = requests.delete(
        f"{busy.absolute_url()}/@users/{WHO}",
        auth=("hubleitung", DEMO_PASSWORD),
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 204
    transaction.begin()
    assert cleanId(WHO) not in api.portal.get_tool("portal_memberdata").portraits.objectIds()
    left = records_with(busy, WHO)
    assert set(GOES) <= before
    assert sorted(left - set(STAYS)) == []
    pas = busy.acl_users
    assert not pas.source_groups._principal_groups.get(WHO)
    assert not pas.portal_role_manager._principal_roles.get(WHO)
