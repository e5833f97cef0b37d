"""Of the catalog: Products.ZCatalog, its indexes, Products.CMFCore and Products.CMFPlone."""

from operator import itemgetter
from Products.CMFCore.indexing import getQueue


def brain_at(catalog):
    """Return the function that makes a brain for a record id."""
    return catalog._catalog.__getitem__


def columns_of(catalog, *names):
    """Return the function that gives metadata of these names, two at least, for a record id.

    A tuple in their order; a brain would cost many times as much, as it copies all columns.
    """
    inner = catalog._catalog
    chosen, records = itemgetter(*(inner.schema[name] for name in names)), inner.data
    return lambda rid: chosen(records[rid])


def indexes_of(catalog):
    """Return {name: index}, the indexes without their wrappers."""
    return catalog._catalog.indexes


def records_by_uid(catalog):
    """Return {uid: record id}."""
    return indexes_of(catalog)["UID"]._index


def records_by_value(index):
    """Return {value: record ids} of a Field- or KeywordIndex: a set, or a number for one."""
    return index._index


def record_ids(found):
    """Return the record ids of a lazy result of the catalog, or None where it has none ready."""
    return getattr(found, "_seq", None)


def rids_of(found):
    """Return the record ids of a lazy result of the catalog without making brains."""
    rids = record_ids(found)
    if rids is None or (len(rids) and not isinstance(rids[0], int)):
        return [brain.getRID() for brain in found]
    return rids


def tokens_of(catalog, user):
    """Return what a user may be named by in the index `allowedRolesAndUsers`."""
    return catalog._listAllowedRolesAndUsers(user)


def forget_results(request):
    """Let a request forget what indexes have answered in it.

    They keep their answers by the number of changes, which goes back with a transaction and is
    reached again by others: what was found then may never have come to be.
    """
    request.other.pop("__catalog_cache__", None)


def serial_of_counter(catalog):
    """Return what tells one state of the counter of changes from every other, as bytes."""
    return getattr(catalog._counter, "_p_serial", b"")


def beside_queue(ask):
    """Return ask(), for which nothing waits to be catalogued in this thread.

    Each search catalogs first what waits. One that is made while a thing is catalogued at the end
    of a transaction would begin with that thing itself, which then stood in the catalog twice.
    """
    queue = getQueue()
    waiting, queue.queue = queue.queue, []
    try:
        return ask()
    finally:
        waiting.extend(queue.queue)
        queue.queue = waiting
