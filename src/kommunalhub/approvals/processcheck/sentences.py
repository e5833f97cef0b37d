"""What was found, in plain words, and what to do about it."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.rules import FUNCTIONS
from kommunalhub.approvals.titles import title_of
from kommunalhub.core.messages import filled
from kommunalhub.core.titles import type_title
from zope.i18n import translate


WHO = {
    "owner": _("who_applicant", default="the applicant"),
    "partner-editors": _("lint_who_editors", default="the editors of the administration"),
    "partner-reviewers": _("lint_who_reviewers", default="the reviewers of the administration"),
    "asked-reviewers": _("lint_who_asked", default="the reviewers asked for consent"),
}
# rule: (what is found, what to do). ${what}: state, transition, group or rule; ${more}: see below.
SENTENCES = {
    "no_workflow": (
        _("lint_no_workflow", default="“${what}” has no workflow."),
        _("lint_no_workflow_do", default="Assign a workflow to the type."),
    ),
    "unreachable": (
        _("lint_unreachable", default="No case can come into the state “${what}”."),
        _(
            "lint_unreachable_do",
            default="Add a transition that leads there, or remove the state.",
        ),
    ),
    "dead_end": (
        _("lint_dead_end", default="There is no way out of the state “${what}”."),
        _(
            "lint_dead_end_do",
            default="Add a transition that leads on. If cases end here, nobody may be awaited.",
        ),
    ),
    "trap": (
        _("lint_trap", default="A case in the state “${what}” never comes to an end."),
        _("lint_trap_do", default="Add a way that leads to a closing state."),
    ),
    "act_unknown": (
        _(
            "lint_act_unknown",
            default="The process knows a step “${what}” that the workflow does not have.",
        ),
        _(
            "lint_name_do",
            default="Give both the same name, or remove the one that is left over.",
        ),
    ),
    "act_missing": (
        _(
            "lint_act_missing",
            default="The workflow has a step “${what}” that the process knows nothing of: "
            "four eyes and reasons do not count for it.",
        ),
        _("lint_act_missing_do", default="Name the step in the process of this type."),
    ),
    "state_unknown": (
        _(
            "lint_state_unknown",
            default="The process knows a state “${what}” that the workflow does not have.",
        ),
        _(
            "lint_name_do",
            default="Give both the same name, or remove the one that is left over.",
        ),
    ),
    "target_unknown": (
        _(
            "lint_target_unknown",
            default="The step “${what}” leads to a state “${more}” that does not exist.",
        ),
        _("lint_target_unknown_do", default="Choose an existing state as its target."),
    ),
    "exit_unknown": (
        _(
            "lint_exit_unknown",
            default="The state “${what}” offers a step “${more}” that does not exist.",
        ),
        _("lint_exit_unknown_do", default="Take the step off the state, or add it."),
    ),
    "unused": (
        _("lint_unused", default="No state offers the step “${what}”."),
        _("lint_unused_do", default="Offer it in a state, or remove it."),
    ),
    "nobody_may": (
        _(
            "lint_nobody_may",
            default="Nobody can take the step “${what}”: no group has the role ${more}.",
        ),
        _("lint_nobody_may_do", default="Allow the step to a role that a group has."),
    ),
    "no_service_time": (
        _(
            "lint_no_service_time",
            default="In the state “${what}” somebody is awaited, but nothing ever falls due.",
        ),
        _("lint_no_service_time_do", default="Set a service time for this state."),
    ),
    "function_unknown": (
        _(
            "lint_function_unknown",
            default="The state “${what}” awaits “${more}”, and nobody is called that.",
        ),
        _("lint_function_unknown_do", default="Name one of: ${functions}."),
    ),
    "cannot_act": (
        _(
            "lint_cannot_act",
            default="The state “${what}” awaits ${more}, who can do nothing there.",
        ),
        _(
            "lint_cannot_act_do",
            default="Allow them a step in this state, or await somebody else.",
        ),
    ),
    "cannot_see": (
        _(
            "lint_cannot_see",
            default="The state “${what}” awaits ${more}, who do not see the case in it.",
        ),
        _("lint_cannot_see_do", default="Allow them to view cases in this state."),
    ),
    "no_german": (
        _("lint_no_german", default="The button of the step “${what}” has no German text."),
        _("lint_no_german_do", default="Add “${more}” to the German catalogue."),
    ),
    "awaited_empty": (
        _(
            "lint_awaited_empty",
            default="Cases wait for “${what}”, and nobody is in that group: ${more}.",
        ),
        _("lint_group_do", default="Put somebody into the group."),
    ),
    "group_empty": (
        _("lint_group_empty", default="Nobody is in the group “${what}”."),
        _("lint_group_do", default="Put somebody into the group."),
    ),
    "asked_empty": (
        _(
            "lint_asked_empty",
            default="These cases wait for the consent of “${what}”, and nobody is in that group: "
            "${more}.",
        ),
        _("lint_group_do", default="Put somebody into the group."),
    ),
    "group_no_mail": (
        _(
            "lint_group_no_mail",
            default="Nobody in the group “${what}” has an e-mail address, so nobody is told "
            "by mail.",
        ),
        _("lint_group_no_mail_do", default="Add an address to one of its people."),
    ),
    "consent_nobody": (
        _("lint_consent_nobody", default="The consent rule “${what}” asks nobody."),
        _("lint_consent_nobody_do", default="Choose who is asked."),
    ),
    "consent_none": (
        _("lint_consent_none", default="The consent rule “${what}” needs no vote at all."),
        _("lint_consent_none_do", default="Ask for one vote at least."),
    ),
    "consent_too_many": (
        _(
            "lint_consent_too_many",
            default="The consent rule “${what}” can never be met: it needs ${votes} votes, "
            "but only ${parties} are asked.",
        ),
        _("lint_consent_too_many_do", default="Ask for fewer votes, or ask more parties."),
    ),
    "consent_partner": (
        _(
            "lint_consent_partner",
            default="The consent rule “${what}” asks “${more}”, which is no administration here.",
        ),
        _("lint_consent_nobody_do", default="Choose who is asked."),
    ),
}
OF_STATES = {
    *("unreachable", "dead_end", "trap", "state_unknown", "exit_unknown", "no_service_time"),
    *("function_unknown", "cannot_act", "cannot_see"),
}
OF_GROUPS = {"awaited_empty", "group_empty", "asked_empty", "group_no_mail"}
OF_TRANSITIONS = {
    *("act_unknown", "act_missing", "target_unknown", "unused", "nobody_may", "no_german"),
}


def sentence_of(finding, portal_type, request):
    """Return (what is found, what to do) of a finding as translated texts."""

    def said(message):
        return translate(message, context=request)

    mapping = {
        "what": said(_what(finding, portal_type)),
        "more": ", ".join(said(part) for part in _more(finding)),
        "functions": ", ".join(FUNCTIONS),
    }
    if finding.rule == "consent_too_many":
        mapping |= dict(zip(("votes", "parties"), finding.more, strict=True))
    found, to_do = SENTENCES[finding.rule]
    return said(filled(found, mapping)), said(filled(to_do, mapping))


def _what(finding, portal_type):
    if finding.rule in OF_STATES:
        return workflows.state_title(portal_type, finding.subject)
    if finding.rule in OF_TRANSITIONS:
        return workflows.transition_title(portal_type, finding.subject)
    if finding.rule in OF_GROUPS:
        return title_of(finding.subject)
    if finding.rule == "no_workflow":
        return type_title(finding.subject)
    return finding.subject


def _more(finding):
    if finding.rule in ("cannot_act", "cannot_see"):
        return [WHO.get(who) or title_of(who) for who in finding.more]
    if finding.rule == "awaited_empty":
        return [type_title(name) for name in finding.more]
    return finding.more
