"""Things made and changed by the lines of a table, in the transaction of the caller."""

from Acquisition import aq_base
from kommunalhub.core.exchange import looking
from kommunalhub.core.tools import site
from OFS.event import ObjectWillBeAddedEvent
from plone.dexterity.utils import createContent
from Products.CMFCore.indexing import processQueue
from zope.container.contained import notifyContainerModified
from zope.container.interfaces import INameChooser
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectAddedEvent
from zope.lifecycleevent import ObjectModifiedEvent

import transaction


#: After so many changes what was written is put aside, so that memory stays flat.
STRETCH = 100


class Outdated(Exception):
    """Lines would do something else than what was looked at."""


def write(table, rows, expected, tell=None):
    """Do what the lines of a table say, all of it; return {kind: number}.

    expected: the digest of the lines as they were looked at. Raises Outdated; the caller aborts.
    tell: called with the number of lines done.
    """
    counts, done, told = dict.fromkeys(looking.KINDS, 0), 0, []
    folder = table.folder()
    for count, line in enumerate(looking.lines_of(table, rows), 1):
        if line.kind == looking.REFUSED:
            raise Outdated(line.line)
        counts[line.kind] += 1
        told.append(line.told())
        if line.kind == looking.NEW:
            add(table, line, folder)
        elif line.kind == looking.CHANGED:
            change(table, line)
        done += line.kind != looking.SAME
        if done and done % STRETCH == 0:
            put_aside()
        if tell is not None and count % STRETCH == 0:
            tell(count)
    if looking.digest_of_told(told) != expected:
        raise Outdated()
    if counts[looking.NEW]:
        notifyContainerModified(folder)
    return counts


def add(table, line, folder):
    """Make what a line says; its id follows from its key where that is free.

    All that happens to anything added, but that the folder has changed: `write` says so at the end,
    as who listens would index the folder, and count a change of what is public, for each line.
    """
    values = {name: value for name, value in line.values.items() if value is not None}
    wished = table.id_for(line.key)
    if wished and wished not in folder:
        values["id"] = wished
    put_in(folder, createContent(table.type, **values))


def put_in(folder, thing):
    """Put a thing that was made into a folder, under its id where that is free; return it there.

    Whoever puts several in says at the end that the folder has changed.
    """
    name = INameChooser(folder).chooseName(getattr(aq_base(thing), "id", None), thing)
    thing.id = name
    notify(ObjectWillBeAddedEvent(thing, folder, name))
    folder._setObject(name, thing, suppress_events=True)
    notify(ObjectAddedEvent(folder[name], folder, name))
    return folder[name]


def change(table, line):
    names = [name for name, _old, _new in line.changes]
    for name in names:
        setattr(line.stored, name, line.values[name])
    changed = [
        Attributes(schema, *(name for name in names if name in schema)) for schema in table.schemata
    ]
    notify(ObjectModifiedEvent(line.stored, *changed))


def put_aside():
    processQueue()
    transaction.savepoint(optimistic=True)
    site()._p_jar.cacheGC()
