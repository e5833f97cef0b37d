"""The catalog learns of a programme what Plone's own wrapper would tell it, only sooner."""

from kommunalhub.core.tools import catalog
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes.indexing import IndexableProgramme
from plone.indexer.interfaces import IIndexableObject
from plone.indexer.wrapper import IndexableObjectWrapper
from zope.component import getMultiAdapter


def told(wrapper, name):
    try:
        value = getattr(wrapper, name)
    except AttributeError:
        return "nothing"
    return value() if callable(value) else value


def test_it_tells_the_same(portal, people):
    programme = people.add_programme(portal, key="dach", rate=50)
    ours = getMultiAdapter((programme, catalog()), IIndexableObject)
    assert isinstance(ours, IndexableProgramme)
    theirs = IndexableObjectWrapper(programme, catalog())
    names = {*catalog().indexes(), *catalog().schema(), "review_state", "portal_workflow"}
    assert len(names) > 60
    found = {name: told(ours, name) for name in names}
    assert found == {name: told(theirs, name) for name in names}
    assert found["review_state"] == "public"
    assert found["funding_key"] == "dach"
    assert found["portal_workflow"] == "nothing"  # acquired, not its own
    assert IFundingProgramme.providedBy(ours)
    assert IIndexableObject.providedBy(ours)
    assert ours._getWrappedObject() is programme
