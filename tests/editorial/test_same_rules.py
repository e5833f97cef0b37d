"""What the matrix walks through for pages holds for news: the very workflow, the very rights."""

from kommunalhub.approvals.pages import ID
from kommunalhub.approvals.processes import process_of
from kommunalhub.editorial.copies import closing
from people import brain
from plone import api


STATES = ("draft", "pending", "planned", "internal", "public", "expired")
PERMISSIONS = ("View", "Access contents information", "Modify portal content", "Delete objects")


def bring(thing, state):
    """Put something into a state as the matrix does, without walking there."""
    tool = api.portal.get_tool("portal_workflow")
    tool.setStatusOf(ID, thing, dict(tool.getStatusOf(ID, thing), review_state=state))
    tool.getWorkflowById(ID).updateRoleMappingsFor(thing)
    closing.settle(thing)
    thing.reindexObject()
    thing.reindexObjectSecurity()


def rights(thing):
    """Return who holds what on a thing, and who finds it."""
    found = api.portal.get_tool("portal_catalog").getIndexDataForRID(brain(thing).getRID())
    held = {
        name: sorted(role["name"] for role in thing.rolesOfPermission(name) if role["selected"])
        for name in PERMISSIONS
    }
    # who stands in does so for a kind of things, which is the only difference
    finds = [who.replace(f"~{thing.portal_type}", "~") for who in found["allowedRolesAndUsers"]]
    return held, sorted(finds)


def test_news_have_the_rights_of_pages(portal, write):
    page, news = write("Document", "Sperrmüll"), write("News Item", "Sperrmüll neu geregelt")
    tool = portal.portal_workflow
    assert tool.getChainFor(news) == tool.getChainFor(page) == (ID,)
    seen = {}
    for state in STATES:
        bring(page, state)
        bring(news, state)
        seen[state] = rights(page)
        assert rights(news) == seen[state], state
    assert seen["draft"] != seen["internal"] != seen["public"]


def test_news_are_decided_on_as_pages_are():
    page, news = process_of("Document"), process_of("News Item")
    assert page.steps == news.steps and page.milestones == news.milestones
    asked = {
        process.portal_type: {
            name: (act.four_eyes, act.needs_reason, act.timed) for name, act in process.acts.items()
        }
        for process in (page, news)
    }
    assert asked["Document"] == asked["News Item"]
