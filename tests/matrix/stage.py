"""The cast and the stage of the matrix: one object per state, everybody who might look at it."""

from matrix.table import PEOPLE
from matrix.words import PASSWORD
from matrix.words import PDF
from matrix.words import token
from matrix.words import WORD
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.namedfile.file import NamedBlobFile

import transaction


def build(portal, promise, states):
    """Make everybody, and of a type an object in each of these states: return {state: object}.

    portal: with its sections, see `sections` in tests/conftest.py.
    """
    setRoles(portal, TEST_USER_ID, ["Manager"])
    # Many people open one edit form here, which nobody saves.
    api.portal.set_registry_record("plone.lock_on_ttw_edit", False)
    for name, groups in PEOPLE.items():
        if groups is None:
            continue
        if name == "owner":
            groups = promise.owner_groups
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        for group in groups:
            api.group.add_user(groupname=group, username=name)
    folder = portal.restrictedTraverse(promise.place)
    made = {state: make(folder, promise, state) for state in states}
    transaction.commit()
    return made


def make(folder, promise, state):
    """Return an object of „owner“, put into the state without walking there."""
    title = f"{WORD} {token(state)}"
    add = promise.add or api.content.create
    obj = add(folder, promise.portal_type, title=title, description="Nur für die Prüfung.")
    promise.fill(obj)
    if promise.file:
        file = NamedBlobFile(PDF, filename="anlage.pdf", contentType="application/pdf")
        name = promise.file.strip("/")
        api.content.create(obj, "File", name, title=f"Anlage {token(state)}", file=file)
    own(obj)
    for child in obj.objectValues() if hasattr(obj, "objectValues") else ():
        own(child)
    tool = api.portal.get_tool("portal_workflow")
    chain = tool.getChainFor(obj)[0]
    status = dict(tool.getStatusOf(chain, obj), review_state=state)
    tool.setStatusOf(chain, obj, status)
    tool.getWorkflowById(chain).updateRoleMappingsFor(obj)
    promise.entered(obj, state)
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
