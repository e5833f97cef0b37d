"""The verbs of handouts: hand out, take out, and let the catalog follow who takes part."""

from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import tools
from kommunalhub.core.handouts import MARKER
from kommunalhub.core.handouts import readers
from kommunalhub.partners.rolecache import forget_roles
from kommunalhub.workshops import workflow
from kommunalhub.workshops.handouts import rules
from kommunalhub.workshops.handouts import storage


STAGES = {
    workflow.PUBLISHED: rules.COMING,
    workflow.CLOSED: rules.COMING,
    workflow.HELD: rules.HELD,
}


def stage_of(workshop):
    """Return how far a workshop has got; "" while nobody takes part, or it was called off."""
    return STAGES.get(state_of(workshop), "")


def hand_out(workshop, pairs):
    """Let a workshop hand out {uid: when}, and nothing else."""
    kept = storage.ensured_handouts(tools.site())
    touched = {uid for uid, _when in kept.of.get(workshop.UID(), ())} | set(pairs)
    kept.put(workshop.UID(), pairs, stage_of(workshop))
    _follow(kept, touched)


def follow_step(workshop):
    """Follow a transition: what is for afterwards is handed out, or nothing is any more."""
    kept = storage.handouts_of(tools.site())
    pairs = dict(kept.of.get(workshop.UID(), ())) if kept is not None else {}
    if pairs:
        hand_out(workshop, pairs)


def follow(workshop):
    """Follow who takes part in a workshop, by its UID: somebody has a seat more, or less."""
    kept = storage.handouts_of(tools.site())
    if kept is not None:
        _follow(kept, [uid for uid, when in kept.of.get(workshop, ()) if _is_kept(when)])


def forget(workshop):
    """Let what a workshop hands out go with it, by its UID."""
    kept = storage.handouts_of(tools.site())
    if kept is not None and workshop in kept.of:
        touched = dict(kept.of[workshop])
        kept.put(workshop, {}, "")
        _follow(kept, touched)


def _is_kept(when):
    return when in rules.FOR_PARTICIPANTS


def _follow(kept, uids):
    """Have the catalog learn who reads these things now, where that has changed."""
    for uid in uids:
        now = frozenset(readers(uid))
        if kept.indexed.get(uid, frozenset()) == now:
            continue
        kept.indexed[uid] = now
        forget_roles()
        material = tools.thing_of(uid, object_provides=MARKER)
        if material is not None:
            material.reindexObject(idxs=["allowedRolesAndUsers"])
