"""What the programme of an application says, as it stands in the catalogue now."""

from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import thing_of


RULE = "kommunalhub.funding_begin_rule"


def programme_brain(uid):
    """Return the catalog's row of a programme that the person may see, or None."""
    if not isinstance(uid, str) or not uid:
        return None
    found = catalog()(UID=uid, portal_type="FundingProgramme")
    return found[0] if found else None


def programme_of(application):
    """Return the programme of an application as it is now, None where there is none any more.

    The rules of a programme hold whoever asks.
    """
    return thing_of(application.programme, portal_type="FundingProgramme")


def begin_rule():
    """Return {rule, source, stand} of the general rule on the beginning: dated data."""
    found = registry.read(RULE) or {}
    return {name: found.get(name) or "" for name in ("rule", "source", "stand")}


def source_of(programme):
    """Return where it stands that a project must not begin early: guideline and day, or the law."""
    basis = kept(programme, "legal_basis") if programme is not None else None
    if not basis:
        return begin_rule()["source"]
    checked = kept(programme, "checked_on")
    return f"{basis}, Stand {formatting.day(checked)}" if checked else basis
