"""Three tickets alike within an hour: what support is told, and that they are unlike after all."""

from datetime import UTC
from kommunalhub.core import formatting
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import thing_of
from kommunalhub.lib.german.folding import fold
from kommunalhub.lib.german.folding import words
from kommunalhub.support import workflow as tickets
from kommunalhub.support.disturbances import board
from kommunalhub.support.disturbances import rules
from kommunalhub.support.disturbances import workflow


#: So many sets of unlike tickets are remembered.
MOST_DISMISSED = 50


def proposal():
    """Return the Alike of open tickets that no disturbance tells of, None where there is none."""
    now = formatting.now()
    brains = catalog()(
        portal_type=tickets.TYPE,
        review_state=tickets.OPEN,
        created={"query": now - rules.WITHIN, "range": "min"},
    )
    if len(brains) < rules.ENOUGH:
        return None
    told = told_of()
    found = rules.alike([report_of(brain) for brain in brains if brain.UID not in told], now)
    if found is None or any(found.uids <= seen for seen in dismissed()):
        return None
    return found


def report_of(brain):
    extra = brain.case_extra or {}
    return rules.Report(
        uid=brain.UID,
        made=brain.created.asdatetime().astimezone(UTC),
        device=extra.get("device_uid") or "",
        category=extra.get("category") or "",
        words=words_of(brain.Title),
    )


def words_of(text):
    folded = (fold(word) for word in words(text))
    return frozenset(word for word in folded if len(word) >= rules.SHORTEST)


def fitting(disturbance):
    """Return the brains of open tickets that may have this cause, but for those linked."""
    wanted, own = words_of(disturbance.title), set(disturbance.linked())
    found = catalog()(portal_type=tickets.TYPE, review_state=tickets.OPEN, sort_on="due")
    return [brain for brain in found if brain.UID not in own and fits(disturbance, wanted, brain)][
        :100
    ]


def fits(disturbance, wanted, brain):
    extra, partners = brain.case_extra or {}, disturbance.partners
    if partners and brain.partner not in partners:
        return False
    if disturbance.device_uid and extra.get("device_uid") == disturbance.device_uid:
        return True
    if disturbance.category and extra.get("category") == disturbance.category:
        return True
    return rules.similar(wanted, words_of(brain.Title))


def told_of():
    """Return the UIDs of all tickets that a disturbance of the last days tells of."""
    found, told = board.board(), set()
    for row in found.rows if found is not None else ():
        disturbance = thing_of(row.uid, portal_type=workflow.TYPE)
        if disturbance is not None:
            told.update(disturbance.linked())
    return told


def dismissed():
    found = board.board()
    return found.dismissed if found is not None else ()


def dismiss(uids):
    """Remember that some tickets are unlike; the same again changes nothing."""
    uids = frozenset(uids)
    if uids and not any(uids <= seen for seen in dismissed()):
        found = board.ensured_board()
        found.dismissed = (*found.dismissed[-MOST_DISMISSED + 1 :], uids)
