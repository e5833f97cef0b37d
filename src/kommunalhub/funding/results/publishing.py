"""What everybody may read: frozen, published by the hub management, and taken back."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.caching.revision import advance
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from kommunalhub.funding.results import rules
from kommunalhub.funding.results.reading import Results
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations

import secrets


KEY = "kommunalhub.funding.results"
PERMISSION = "kommunalhub: Publish funding results"
LEAST = "kommunalhub.funding_results_least_cases"
#: Fewer cases than this are never published, whatever the registry says.
NEVER_BELOW = 3
#: So many publications are remembered, to compare with.
REMEMBERED = 24


class Published(Persistent):
    """shown: what is public now, or None; past: all of before, the latest last; plain values."""

    shown = None
    past = ()


class NotPublished(ValueError):
    """What cannot be published; args[0] says why (translatable)."""


def least():
    return max(registry.read(LEAST) or NEVER_BELOW, NEVER_BELOW)


def shown():
    """Return what everybody may read, as rules.snapshot gives it with `day` and `id`, or None."""
    found = IAnnotations(site()).get(KEY)
    return found.shown if found is not None else None


def preview():
    """Return what would be published now, None where there is not enough."""
    return rules.snapshot(Results().every, least())


def warnings(found):
    """Return the keys of rows that tell single cases to who keeps the page of before."""
    kept = IAnnotations(site()).get(KEY)
    before = kept.past[-1] if kept is not None and kept.past else None
    return rules.told_by_comparing(before, found, least())


def publish():
    """Freeze the figures of now and show them to everybody. Raises NotPublished."""
    found = preview()
    if found is None:
        message = _(
            "error_results_too_few",
            default="Fewer than ${least} projects have got as far as an application: "
            "single ones would show.",
            mapping={"least": least()},
        )
        raise NotPublished(message)
    day = formatting.to_local(formatting.now()).date().isoformat()
    kept = _ensured()
    kept.shown = {**found, "day": day, "id": secrets.token_hex(4)}
    kept.past = (*kept.past, kept.shown)[-REMEMBERED:]
    advance(site())
    return kept.shown


def take_back():
    """Show nothing to anybody; return whether there was something."""
    found = IAnnotations(site()).get(KEY)
    if found is None or found.shown is None:
        return False
    found.shown = None
    advance(site())
    return True


def _ensured():
    return ensured_on(site(), KEY, Published)
