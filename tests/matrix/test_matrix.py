"""Everybody, every type, every state, every channel: what is promised is what is there."""

from kommunalhub.approvals.processes import case_types
from matrix.table import promises
from matrix.walk import walk

import pytest


@pytest.mark.parametrize("portal_type", promises())
def test_matrix(functional, stage, portal_type):
    promise = promises()[portal_type]
    wrong = walk(functional, promise, stage(portal_type, promise.rows))
    assert not wrong, "\n".join(wrong)


def test_each_workflow_is_promised_something(integration):
    """Types that share a workflow (pages, programmes, spaces) are seen by the same people."""
    chain = integration["portal"].portal_workflow.getChainForPortalType
    assert {chain(name) for name in case_types()} <= {chain(name) for name in promises()}


@pytest.mark.parametrize("portal_type", promises())
def test_each_state_has_its_row(integration, portal_type):
    tool = integration["portal"].portal_workflow
    (chain,) = tool.getChainForPortalType(portal_type)
    assert set(promises()[portal_type].rows) == set(tool[chain].states.objectIds())
