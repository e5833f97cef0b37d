"""Of the database: ZODB, BTrees, and where plone.namedfile keeps a file."""


def blob_of(file):
    """Return the blob in which a named file keeps its content."""
    return file._blob


def leaves(tree):
    """Yield (id, serial, leaf) for each leaf of a BTree as it was last committed."""
    leaf = tree._firstbucket
    while leaf is not None:
        after = leaf._next  # wakes the leaf
        holder = tree if leaf._p_oid is None else leaf  # a small tree keeps its only leaf itself
        yield holder._p_oid, holder._p_serial, leaf
        leaf = after


def state_before(obj):
    """Return the attributes that a stored object had before this transaction.

    As ZODB's Connection.oldstate does, which fails once there is a savepoint: the connection then
    reads from a store that knows no earlier states.
    """
    jar = obj._p_jar
    return jar._reader.getState(jar._normal_storage.loadSerial(obj._p_oid, obj._p_serial))
