"""A small case type for the tests of approvals: travel requests, decided by two pairs of eyes."""

from kommunalhub import _
from kommunalhub.approvals import rules
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.approvals.interfaces import IProcess
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.partners.operations import give_partner
from pages import Page
from people import add_people
from people import Session
from plone import api
from plone.dexterity.fti import DexterityFTI
from plone.dexterity.schema import SCHEMA_CACHE
from plone.dexterity.utils import createContentInContainer
from Products.DCWorkflow.DCWorkflow import DCWorkflowDefinition
from staging import staged
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.interface import alsoProvides
from zope.interface import Interface

import pytest
import transaction


PEOPLE = {
    "malente-mitarbeit": ("Mia Malente", ["malente-staff"]),
    "malente-redaktion": ("Rolf Malente", ["malente-editors"]),
    "malente-pruefung": ("Petra Malente", ["malente-reviewers"]),
    "malente-pruefung2": ("Paul Malente", ["malente-reviewers"]),
    "malente-beides": ("Bo Malente", ["malente-editors", "malente-reviewers"]),
    "lensahn-pruefung": ("Lea Lensahn", ["lensahn-reviewers"]),
    "hubleitung": ("Hanna Hub", ["hub-managers"]),
}
SCHEMA = """
<model xmlns="http://namespaces.plone.org/supermodel/schema"
       xmlns:security="http://namespaces.plone.org/supermodel/security">
  <schema>
    <field name="goal" type="zope.schema.Text"><title>Ziel</title><required>False</required></field>
    <field name="remark" type="zope.schema.TextLine" security:read-permission="cmf.ManagePortal">
      <title>Vermerk</title><required>False</required>
    </field>
  </schema>
</model>
"""
EDITORS = ("Owner", "Editor", "HubManager", "Manager")
READERS = ("Owner", "Colleague", "HubManager", "Manager")
NOBODY = ()
# state: (title, who views, who changes, exits)
STATES = {
    "draft": ("Entwurf", EDITORS, EDITORS, ["submit"]),
    "submitted": (
        "Zur Freigabe",
        READERS,
        ("Editor", "HubManager"),
        ["approve", "return", "reject", "withdraw"],
    ),
    "returned": ("Zur Überarbeitung", READERS, EDITORS, ["submit", "withdraw"]),
    "approved": ("Freigegeben", READERS, NOBODY, ["close"]),
    "closed": ("Abgeschlossen", READERS, NOBODY, []),
    "rejected": ("Nicht angenommen", READERS, NOBODY, []),
    "withdrawn": ("Zurückgezogen", READERS, NOBODY, []),
}
# transition: (verb, target, guard roles)
TRANSITIONS = {
    "submit": ("Einreichen", "submitted", ("Owner", "Editor")),
    "approve": ("Freigeben", "approved", ("Reviewer",)),
    "return": ("Zur Überarbeitung zurückgeben", "returned", ("Reviewer",)),
    "reject": ("Nicht annehmen", "rejected", ("Reviewer",)),
    "withdraw": ("Zurückziehen", "withdrawn", ("Owner",)),
    "close": ("Abschließen", "closed", ("Owner", "HubManager")),
}


def has_goal(facts, actor):
    """A condition on a field: nobody approves a journey without a goal."""
    if facts.extra.get("has_goal", True):
        return rules.OK
    reason = _("test_no_goal", default="Es fehlt das Ziel der Reise.")
    return rules.Denied(reason, ("owner",))


PROCESS = rules.Process(
    portal_type="TravelRequest",
    prefix="T",
    milestones=("draft", "submitted", "approved", "closed"),
    steps={
        "draft": rules.Step(("owner",)),
        "submitted": rules.Step(("partner-reviewers",), 3),
        "returned": rules.Step(("owner", "partner-editors"), 10),
        "approved": rules.Step(("owner",)),
    },
    acts={
        "submit": rules.Act(style="go", condition=has_goal),
        "approve": rules.Act(four_eyes=True, style="go"),
        "return": rules.Act(four_eyes=True, needs_reason=True),
        "reject": rules.Act(four_eyes=True, needs_reason=True, style="stop"),
        "withdraw": rules.Act(needs_reason=True, style="stop"),
    },
)


class TravelView(CaseView):
    """The page of a travel request."""

    def facts(self):
        schema = self.context.getTypeInfo().lookupSchema()
        return [("Reise", self.rows(schema, ["goal", "remark"]))]


def travel_workflow():
    """Return the workflow that STATES and TRANSITIONS describe."""
    workflow = DCWorkflowDefinition("travel_workflow")
    workflow.setProperties(title="Reisen", manager_bypass=False)
    workflow.variables.setStateVar("review_state")
    managed = {
        "View": 1,
        "Access contents information": 1,
        "List folder contents": 1,
        "Modify portal content": 2,
        "Add portal content": 2,
        "Delete objects": 2,
    }
    for permission in managed:
        workflow.addManagedPermission(permission)
    for name, row in STATES.items():
        workflow.states.addState(name)
        state = workflow.states[name]
        state.setProperties(title=row[0], transitions=tuple(row[3]))
        for permission, column in managed.items():
            state.setPermission(permission, 0, row[column])
    workflow.states.setInitialState("draft")
    for name, (verb, target, roles) in TRANSITIONS.items():
        workflow.transitions.addTransition(name)
        workflow.transitions[name].setProperties(
            title=verb,
            new_state_id=target,
            actbox_name=verb,
            actbox_url=f"%(content_url)s/content_status_modify?workflow_action={name}",
            props={
                "guard_roles": ";".join(roles),
                "guard_expr": f"python:object.restrictedTraverse('@@case-guard').allows('{name}')",
            },
        )
    for name, expression in {
        "actor": "user/getId",
        "action": "transition/getId|nothing",
        "comments": "python:state_change.kwargs.get('comment', '')",
        "review_history": "state_change/getHistory",
        "time": "state_change/getDateTime",
    }.items():
        workflow.variables.addVariable(name)
        for_status = name != "review_history"
        workflow.variables[name].setProperties(
            description="",
            default_expr=expression,
            for_status=for_status,
            update_always=for_status,
        )
    return workflow


def add_travel(portal):
    """Register the type with its workflow, and a folder of Malente for it."""
    fti = DexterityFTI(
        "TravelRequest",
        title="Dienstreise",
        factory="TravelRequest",
        klass="plone.dexterity.content.Container",
        model_source=SCHEMA,
        behaviors=(
            "plone.basic",
            "plone.dublincore",
            "kommunalhub.partner",
            "kommunalhub.approvable",
        ),
        global_allow=True,
        filter_content_types=True,
        allowed_content_types=("File",),
        add_permission="cmf.AddPortalContent",
        default_view="view",
        view_methods=("view",),
    )
    portal.portal_types._setObject("TravelRequest", fti)
    portal.portal_workflow._setObject("travel_workflow", travel_workflow())
    portal.portal_workflow.setChainForPortalTypes(["TravelRequest"], ("travel_workflow",))
    SCHEMA_CACHE.clear()
    folder = api.content.create(portal, "Folder", "malente", title="Malente")
    alsoProvides(folder, IHasPartner)
    give_partner(folder, "malente")
    folder.manage_permission("View", ["Manager", "Authenticated"])
    folder.manage_permission("Access contents information", ["Manager", "Authenticated"])
    for permission in ("Add portal content", "plone.app.contenttypes: Add File"):
        folder.manage_permission(
            permission, ["Manager", "Editor", "Colleague", "Owner", "HubManager"]
        )
    folder.reindexObjectSecurity()


@pytest.fixture
def process():
    """The process of travel requests, registered while the test runs."""
    registry = getGlobalSiteManager()
    registry.registerUtility(PROCESS, IProcess, name="TravelRequest")
    registry.registerAdapter(
        lambda context, request: TravelView(context, request),
        (IHasPartner, IKommunalhubLayer),
        Interface,
        name="view",
    )
    yield PROCESS
    registry.unregisterUtility(PROCESS, IProcess, name="TravelRequest")
    registry.unregisterAdapter(
        required=(IHasPartner, IKommunalhubLayer), provided=Interface, name="view"
    )
    SCHEMA_CACHE.clear()


def populate(portal):
    """Add people and the type of travel requests."""
    with api.env.adopt_roles(["Manager"]):
        add_people(PEOPLE)
        add_travel(portal)


populated = staged(populate)


@pytest.fixture
def portal(integration, process, populated):
    """The site of an integration test with people and travel requests, logged out."""
    return integration["portal"]


@pytest.fixture
def web(functional, process, populated):
    """The site behind a web server with people and travel requests, committed."""
    return functional["portal"]


@pytest.fixture
def travel():
    """Return a function that makes a travel request of a person: `travel(portal, "berater")`."""

    def travel(portal, by="malente-redaktion", state="draft", **fields):
        fields.setdefault("title", "Reise nach Kiel")
        with api.env.adopt_user(username=by):
            case = createContentInContainer(portal.malente, "TravelRequest", **fields)
            if state != "draft":
                api.content.transition(case, "submit")
        if state not in ("draft", "submitted"):
            step = {row[1]: name for name, row in TRANSITIONS.items()}[state]
            with api.env.adopt_user(username="malente-pruefung"):
                forget_roles(portal.REQUEST)
                tool = api.portal.get_tool("portal_workflow")
                tool.doActionFor(case, step, comment="Bitte ergänzen.")
        return case

    return travel


def forget_roles(request):
    """Roles are cached on the request; within a test one request serves many people."""
    annotations = IAnnotations(request)
    for key in [key for key in annotations if "checkLocalRolesAllowed" in str(key)]:
        del annotations[key]


@pytest.fixture
def acting(portal):
    """Return a context manager factory: `with acting("malente-pruefung"): ...`."""

    def acting(name):
        forget_roles(portal.REQUEST)
        return api.env.adopt_user(username=name)

    return acting


@pytest.fixture
def client(functional):
    """Return a function that makes an HTTP session of a person, None for nobody.

    client("malente-pruefung").post("malente/t-2026-001/@workflow/approve", json={})
    """
    sessions = []

    def client(name=None, accept="application/json"):
        session = Session(functional["portal"].absolute_url(), name, accept)
        sessions.append(session)
        return session

    yield client
    for session in sessions:
        session.close()


@pytest.fixture
def visit(client):
    """Return a function that gets a page of a person as a Page: `visit("hubleitung", path)`."""
    return lambda name, path: Page(client(name, accept="text/html"), path)


@pytest.fixture
def submitted(web, travel):
    """A submitted case of malente-redaktion behind the web server, committed."""
    return make(web, travel)


def make(web, travel, **given):
    """Return a case as `travel` makes it, submitted, committed."""
    given.setdefault("state", "submitted")
    case = travel(web, **given)
    transaction.commit()
    return case
