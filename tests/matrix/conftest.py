"""The cast and the stage of the matrix: one object per state, everybody who might look at it."""

from kommunalhub.approvals.consents import operations as consents
from kommunalhub.core import formatting
from kommunalhub.search.reading import state as reading
from kommunalhub.search.reading.process import Reading
from kommunalhub.site import structure
from matrix.table import OWNER_GROUPS
from matrix.table import PEOPLE
from matrix.words import PASSWORD
from matrix.words import PLACES
from matrix.words import token
from matrix.words import WORD
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.namedfile.file import NamedBlobFile

import pytest
import transaction


#: States that a case from outside reaches through a round of consents.
CONSENTED = ("consent", "approved", "active", "ended")
PICTURE = b"RIFF\x04\x00\x00\x00WEBP"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def stage(functional):
    """Return a function that builds the stage for one type: {state: object}."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])

    def stage(portal_type, states):
        structure.build(portal)
        # Many people open one edit form here, which nobody saves.
        api.portal.set_registry_record("plone.lock_on_ttw_edit", False)
        for name, groups in PEOPLE.items():
            if groups is None:
                continue
            if name == "owner":
                groups = OWNER_GROUPS[portal_type]
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            for group in groups:
                api.group.add_user(groupname=group, username=name)
        folder = portal.restrictedTraverse(PLACES[portal_type])
        made = {state: make(folder, portal_type, state) for state in states}
        transaction.commit()
        return made

    return stage


def make(folder, portal_type, state):
    """Return an object of „owner“, put into the state without walking there."""
    obj = api.content.create(
        folder, portal_type, title=f"{WORD} {token(state)}", description="Nur für die Prüfung."
    )
    if portal_type != "Document":
        obj.partner = "malente"
    if portal_type == "CoworkingApplication":
        obj.applicant_kind = "startup"
    if portal_type == "WorkshopMaterial":
        obj.file = NamedBlobFile(PDF, filename="unterlage.pdf", contentType="application/pdf")
        reading.keep(obj, obj.file, Reading("ok", kind="pdf", picture=PICTURE), formatting.now())
    elif portal_type not in ("Document", "Workshop"):
        file = NamedBlobFile(PDF, filename="anlage.pdf", contentType="application/pdf")
        api.content.create(obj, "File", "anlage", title=f"Anlage {token(state)}", file=file)
    own(obj)
    for child in obj.objectValues() if hasattr(obj, "objectValues") else ():
        own(child)
    tool = api.portal.get_tool("portal_workflow")
    chain = tool.getChainFor(obj)[0]
    status = dict(tool.getStatusOf(chain, obj), review_state=state)
    tool.setStatusOf(chain, obj, status)
    tool.getWorkflowById(chain).updateRoleMappingsFor(obj)
    if portal_type == "CoworkingApplication" and state in CONSENTED:
        consents.open_round(obj)
        if state != "consent":
            consents.close(obj, "complete")
    obj.reindexObject()
    obj.reindexObjectSecurity()
    return obj


def own(obj):
    """Make „owner“ the one who made the object."""
    user = api.user.get("owner").getUser()
    obj.changeOwnership(user)
    obj.manage_delLocalRoles([TEST_USER_ID])
    obj.manage_setLocalRoles("owner", ["Owner"])
    obj.creators = ("owner",)
