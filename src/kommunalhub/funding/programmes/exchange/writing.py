"""Programmes made and changed by the lines of a table, in the transaction of the caller."""

from kommunalhub.core.tools import site
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes.exchange import looking
from kommunalhub.funding.programmes.finding import TYPE
from kommunalhub.funding.programmes.storage import folder_of_programmes
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.CMFCore.indexing import processQueue
from zope.event import notify
from zope.lifecycleevent import Attributes
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
    for count, line in enumerate(looking.lines_of(rows), 1):
        if line.kind == looking.REFUSED:
            raise Outdated(line.line)
        counts[line.kind] += 1
        told.append(line.told())
        if line.kind == looking.NEW:
            add(line)
        elif line.kind == looking.CHANGED:
            change(line)
        done += line.kind != looking.SAME
        if done and done % STRETCH == 0:
            put_aside()
        if tell is not None and count % STRETCH == 0:
            tell(count)
    if looking.digest_of_told(told) != expected:
        raise Outdated()
    return counts


def add(line):
    """Make a draft; its id is its key where that is free."""
    folder = folder_of_programmes()
    values = {name: value for name, value in line.values.items() if value is not None}
    if line.key not in folder:
        values["id"] = line.key
    addContentToContainer(folder, createContent(TYPE, **values), checkConstraints=False)


def change(line):
    names = [name for name, _old, _new in line.changes]
    for name in names:
        setattr(line.stored, name, line.values[name])
    notify(ObjectModifiedEvent(line.stored, Attributes(IFundingProgramme, *names)))


def put_aside():
    processQueue()
    transaction.savepoint(optimistic=True)
    site()._p_jar.cacheGC()
