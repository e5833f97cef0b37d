"""The catalog learns of things what Plone's own wrapper would tell it, only sooner."""

from Acquisition import aq_base
from Acquisition import aq_parent
from collections import Counter
from kommunalhub.core.indexing import Indexable
from kommunalhub.core.tools import catalog
from plone import api
from plone.dexterity.interfaces import IDexterityContent
from plone.dexterity.utils import createContent
from plone.indexer import indexer
from plone.indexer.interfaces import IIndexableObject
from plone.indexer.wrapper import IndexableObjectWrapper
from Products.CMFCore.indexing import getQueue
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.component import getMultiAdapter

import pytest


#: The administration of a thing is that of the place where it lies, see partners/indexers.py.
FROM_ABOVE = {"partner"}


@pytest.fixture
def one_of_each(demo):
    """Return a thing of each type and state, the deepest, as it has most above it."""
    found = {}
    for brain in sorted(catalog().getAllBrains(), key=lambda one: one.getPath()):
        kind = (brain.portal_type, brain.review_state or None)
        if kind not in found or brain.getPath().count("/") > found[kind].getPath().count("/"):
            found[kind] = brain
    assert len({kind for kind, _state in found}) > 15
    return [brain._unrestrictedGetObject() for brain in found.values()]


def names():
    """Return all names that the catalog asks for."""
    inner = {name for index in catalog().index_objects() for name in index.getIndexSourceNames()}
    found = {*catalog().indexes(), *catalog().schema(), *inner, "review_state", "portal_workflow"}
    assert len(found) > 100
    return sorted(found)


def told(wrapper, name):
    try:
        value = getattr(wrapper, name)
        return value() if callable(value) else value
    except AttributeError:
        return "nothing"


def test_it_tells_the_same(one_of_each):
    for thing in one_of_each:
        ours = getMultiAdapter((thing, catalog()), IIndexableObject)
        assert isinstance(ours, Indexable), thing
        theirs = IndexableObjectWrapper(thing, catalog())
        for name in names():
            assert told(ours, name) == told(theirs, name), (thing, name)
        assert told(ours, "portal_workflow") == "nothing"  # acquired, not its own
        assert IDexterityContent.providedBy(ours)
        assert ours._getWrappedObject() is thing
        assert {**IAnnotations(ours)} == {**IAnnotations(thing)}


def test_nothing_comes_from_above_or_below(one_of_each):
    asked = [name for name in names() if name not in FROM_ABOVE]
    for thing in one_of_each:
        if thing is api.portal.get():
            continue
        ours = getMultiAdapter((thing, catalog()), IIndexableObject)
        missing = [name for name in asked if told(ours, name) == "nothing"]
        assert missing
        for name in missing:
            setattr(aq_base(aq_parent(thing)), name, "of the place")
        again = getMultiAdapter((thing, catalog()), IIndexableObject)
        assert {name for name in missing if told(again, name) != "nothing"} == set(), thing


def test_everything_stands_in_the_catalog_once(demo):
    rids = catalog()._catalog.data
    assert len(rids) > 250
    assert Counter(catalog()._catalog.paths[rid] for rid in rids).most_common(1)[0][1] == 1
    assert len(rids) == len(catalog())


def test_who_asks_the_catalog_while_it_learns_is_not_there_twice(demo):
    """An indexer may search. At the end of a transaction that is no reason to begin anew."""

    @indexer(IDexterityContent)
    def description(thing):
        return str(len(catalog().unrestrictedSearchResults(portal_type="Folder")))

    getGlobalSiteManager().registerAdapter(description, name="Description")
    folder = api.content.get("/netzwerk")
    folder._setObject("einmal", createContent("Document", id="einmal", title="Einmal"))
    created = folder["einmal"]
    try:
        getQueue().process()
    finally:
        getGlobalSiteManager().unregisterAdapter(description, name="Description")
    path = "/".join(created.getPhysicalPath())
    inner = catalog()._catalog
    assert [inner.paths[rid] for rid in inner.data].count(path) == 1
    assert inner.data[inner.uids[path]][inner.schema["Description"]].isdigit()


def test_a_thing_in_a_folder_is_no_value_of_it(demo):
    folder = api.content.get("/netzwerk")
    name = next(name for name in names() if not hasattr(aq_base(folder), name))
    folder._setObject(name, createContent("Document", id=name))
    assert getattr(folder, name).portal_type == "Document"
    assert told(Indexable(folder, catalog()), name) == "nothing"


def test_what_a_type_was_given_meanwhile_is_told(demo):
    """Fields are looked up once a type, and anew once a type was changed."""
    folder = api.content.get("/netzwerk")
    assert told(Indexable(folder, catalog()), "table_of_contents") == "nothing"
    api.portal.get_tool("portal_types")["Folder"].manage_changeProperties(
        behaviors=("plone.tableofcontents",)
    )
    assert told(Indexable(folder, catalog()), "table_of_contents") != "nothing"
