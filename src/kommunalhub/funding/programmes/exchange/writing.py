"""Programmes made and changed by the lines of a table, in the transaction of the caller."""

from Acquisition import aq_base
from kommunalhub.core.tools import site
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes.exchange import looking
from kommunalhub.funding.programmes.finding import TYPE
from kommunalhub.funding.programmes.storage import folder_of_programmes
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


def write(rows, expected, tell=None):
    """Do what the lines of a table say, all of it; return {kind: number}.

    expected: the digest of the lines as they were looked at. Raises Outdated; the caller aborts.
    tell: called with the number of lines done.
    """
    counts, done, told = dict.fromkeys(looking.KINDS, 0), 0, []
    folder = folder_of_programmes()
    for count, line in enumerate(looking.lines_of(rows), 1):
        if line.kind == looking.REFUSED:
            raise Outdated(line.line)
        counts[line.kind] += 1
        told.append(line.told())
        if line.kind == looking.NEW:
            add(line, folder)
        elif line.kind == looking.CHANGED:
            change(line)
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


def add(line, folder):
    """Make a draft; its id is its key where that is free.

    All that happens to anything added, but that the folder has changed: `write` says so at the end,
    as who listens would index the folder, and count a change of what is public, for each line.
    """
    values = {name: value for name, value in line.values.items() if value is not None}
    if line.key not in folder:
        values["id"] = line.key
    programme = createContent(TYPE, **values)
    name = INameChooser(folder).chooseName(getattr(aq_base(programme), "id", None), programme)
    programme.id = name
    notify(ObjectWillBeAddedEvent(programme, folder, name))
    folder._setObject(name, programme, suppress_events=True)
    notify(ObjectAddedEvent(folder[name], folder, name))


def change(line):
    names = [name for name, _old, _new in line.changes]
    for name in names:
        setattr(line.stored, name, line.values[name])
    notify(ObjectModifiedEvent(line.stored, Attributes(IFundingProgramme, *names)))


def put_aside():
    processQueue()
    transaction.savepoint(optimistic=True)
    site()._p_jar.cacheGC()
