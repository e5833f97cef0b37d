"""What is kept in annotations, and in the mappings in them: made when something is first written.

Who only reads asks `IAnnotations(obj).get(KEY)`, which makes nothing.
"""

from zope.annotation.interfaces import IAnnotations


def ensured_on(obj, key, factory):
    """Return what an object is annotated with under `key`, made by `factory()` where it is not."""
    return ensured_in(IAnnotations(obj), key, factory)


def ensured_in(mapping, key, factory):
    """Return what a mapping has under `key`, made by `factory()` where it is not.

    >>> people = {"anna": ["Rathaus"]}
    >>> ensured_in(people, "anna", list), ensured_in(people, "ben", list), sorted(people)
    (['Rathaus'], [], ['anna', 'ben'])
    """
    if key not in mapping:
        mapping[key] = factory()
    return mapping[key]
