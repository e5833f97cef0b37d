"""How the network says in plain words what it knows by tokens."""

from kommunalhub import _
from kommunalhub.lib.exchange import refusing
from kommunalhub.network import rules
from kommunalhub.network.copies import releasing


KINDS = {
    "material": _("share_kind_material", default="Training material"),
    "programme": _("share_kind_programme", default="Note on a funding programme"),
    "workshop": _("share_kind_workshop", default="Workshop"),
    "exhibit": _("share_kind_exhibit", default="Exhibit of the showroom"),
    "report": _("share_kind_report", default="Report on what was learnt"),
    "lesson": _("share_kind_lesson", default="Experience note on funding"),
}
STATES = {
    rules.NEW: _("link_state_new", default="not confirmed yet"),
    rules.CONFIRMED: _("link_state_confirmed", default="confirmed"),
    rules.PAUSED: _("link_state_paused", default="paused"),
}
LOOKS = {rules.NEW: "soon", rules.CONFIRMED: "ok", rules.PAUSED: ""}
PROBLEMS = {
    rules.UNREACHED: _(
        "hub_unreached",
        default="It does not answer. It is asked again by itself, less and less often.",
    ),
    rules.NOT_PUBLIC: _(
        "hub_not_public",
        default="Its address leads into an inner network, or is not encrypted (https). "
        "It is not asked.",
    ),
    rules.NOT_KNOWN: _(
        "hub_not_known",
        default="It does not know us: its hub management has to confirm our key first.",
    ),
    rules.CLOCK: _(
        "hub_clock",
        default="Its clock and ours are more than ten minutes apart, so it does not take our "
        "questions for new. One of the two has to be set.",
    ),
    rules.NO_HUB: _(
        "hub_no_hub", default="Something answers at its address, but no hub. Is the address right?"
    ),
    refusing.UNKNOWN_KEY: _(
        "hub_unknown_key",
        default="It signs with a key that we do not know. Please compare the new key "
        "before you confirm it.",
    ),
    refusing.REPLAYED: _(
        "hub_replayed",
        default="It tells an older state than before, perhaps after a backup. Nothing "
        "was taken from it.",
    ),
    refusing.EXPIRED: _(
        "hub_expired", default="What it says is out of date. Nothing was taken from it."
    ),
    refusing.TOO_EARLY: _("hub_too_early", default="Its clock is fast. Nothing was taken from it."),
    refusing.WRONG_VERSION: _(
        "hub_wrong_version", default="It speaks another version of the exchange than this hub."
    ),
    refusing.UNSIGNED: _("hub_unsigned", default="Its answer is not signed. Nothing was taken."),
    refusing.TAMPERED: _(
        "hub_tampered", default="Its answer does not fit its signature. Nothing was taken."
    ),
    refusing.UNSAFE_HTML: _(
        "hub_unsafe_html", default="A text contains what could run in a browser. It was not taken."
    ),
}
OTHER = _(
    "hub_malformed",
    default="Its answer has not the form that was agreed. Nothing was taken.",
)
ENTRIES = {
    rules.SHARED: _("entry_shared", default="Shared"),
    rules.UNSHARED: _("entry_unshared", default="Taken back"),
    rules.SERVED: _("entry_served", default="Made ready"),
    rules.ASKED: _("entry_asked", default="Asked"),
    rules.ANSWERED: _("entry_answered", default="Answered"),
    rules.TAKEN: _("entry_taken", default="Received into quarantine"),
    rules.REFUSED: _("entry_refused", default="Refused"),
    rules.RELEASE: _("entry_release", default="Released"),
    rules.DECLINED: _("entry_declined", default="Not taken over"),
    rules.RECALLED: _("entry_recalled", default="Recalled by its hub and removed here"),
    rules.LAPSED: _("entry_lapsed", default="Removed, since its hub was silent for too long"),
    rules.REMOVED: _("entry_removed", default="Removed here"),
    rules.CONFIRM: _("entry_confirm", default="Key confirmed"),
    rules.PAUSE: _("entry_pause", default="Link paused"),
    rules.RESUME: _("entry_resume", default="Link resumed"),
    rules.LINK: _("entry_link", default="Linked again"),
    rules.FORGOTTEN: _("entry_forgotten", default="Hub forgotten"),
    rules.NEW_KEY: _("entry_new_key", default="New key"),
    rules.RESTORED: _("entry_restored", default="Seems to have come back from a backup"),
    rules.TAKEN_BACK: _(
        "entry_taken_back", default="Taken back again, since other hubs had removed it already"
    ),
    rules.HELD_BACK: _("entry_held_back", default="Taken back, since it has come to name persons"),
    rules.TRUSTED: _("entry_trusted", default="What comes without being looked at was changed"),
}


def problem_of(reason):
    """Return the sentence for a reason, by its first word; None for none."""
    word = reason.split(" ")[0] if reason else ""
    return PROBLEMS.get(word, OTHER) if word else None


def whom(audience):
    """Return for whom something is, by the UIDs of hubs: their names, or that it is for all."""
    if not audience:
        return _("share_all", default="all linked hubs")
    things = [releasing.thing_by(uid) for uid in audience]
    return ", ".join(thing.title for thing in things if thing is not None)


def kind_title(kind):
    return KINDS.get(kind, kind)
