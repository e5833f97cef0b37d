"""Of page templates: Chameleon."""

from threading import RLock


COMPILING = RLock()


def cook(template, body):
    """Compile a template while no other thread does (instead of BaseTemplate.cook of Chameleon).

    Python counts for all threads together how deep it is in the tree that it makes of a source.
    Where two make one, either may end with a SystemError, and Zope keeps that with the template:
    its page would be broken until the next start.
    """
    with COMPILING:
        return template._old_cook(body)
