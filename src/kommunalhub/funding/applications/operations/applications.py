"""Applications are added, changed, and go their way."""

from kommunalhub import _
from kommunalhub.approvals.journal import entries
from kommunalhub.core.money import read_typed
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.operations import aid
from kommunalhub.funding.applications.operations import checklists
from kommunalhub.funding.applications.operations.programmes import programme_brain
from kommunalhub.funding.applications.operations.programmes import programme_of
from kommunalhub.funding.applications.operations.writing import changed
from kommunalhub.funding.applications.operations.writing import entry
from kommunalhub.funding.applications.operations.writing import note
from kommunalhub.funding.applications.operations.writing import touch
from kommunalhub.funding.applications.storage import Application
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.storage import ensured_funding
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.applications.typed import Reading
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.applications.typed import Wrong


#: So many applications may one case have.
MOST = 30
MAX_COMMENT = 2000


def add_application(case, values, number=read_typed):
    """Add an application and return it.

    values: programme (UID) or programme_title, kind, amount, clearance_until, reference, comment.
    """
    funding = funding_of(case)
    read = Reading(values, number)
    facts = _facts(read)
    uid, title = read.value("programme"), read.text("programme_title", 300)
    brain = programme_brain(uid)
    if uid is not None and brain is None:
        read.wrong("programme", _("error_choice", default="Please choose one of the list."))
    elif brain is None and not title:
        message = _(
            "error_application_programme",
            default="Please choose the programme, or write what it is called.",
        )
        read.wrong("programme", message)
    facts["kind"] = read.choice("kind", rules.KINDS)
    comment = read.text("comment", MAX_COMMENT, lines=True)
    if len(funding.applications) >= MOST:
        message = _(
            "error_applications_many",
            default="A case has at most ${n} applications.",
            mapping={"n": MOST},
        )
        read.wrong("programme", message)
    read.done()
    _fits(case, None, facts["amount"])
    funding = ensured_funding(case)
    application = Application(
        (funding.applications.maxKey() if funding.applications else 0) + 1,
        programme=brain.UID if brain is not None else None,
        programme_title=brain.Title if brain is not None else title,
        path=(entry(rules.SKETCH, today(), comment),),
        **facts,
    )
    application.checklist = checklists.rows_for(programme_of(application))
    funding.applications[application.number] = application
    touch(case, application)
    changed(case, application)
    return application


def change_application(case, number, values, read_number=read_typed):
    """Change what is asked for: amount, clearance_until, reference."""
    application = application_of(case, number)
    read = Reading(values, read_number)
    facts = _facts(read)
    if application.state not in rules.BEFORE_FILING and facts["amount"] is None:
        read.wrong("amount", AMOUNT_MISSING)
    read.done()
    _fits(case, application, facts["amount"])
    touch(case, application)
    for name, value in facts.items():
        setattr(application, name, value)
    changed(case, application)
    return application


AMOUNT_MISSING = _(
    "error_application_amount", default="Please write first how much is applied for."
)


def _facts(read):
    return {
        "amount": read.amount("amount", above_zero=True),
        "clearance_until": read.day("clearance_until"),
        "reference": read.text("reference", 100),
    }


def _fits(case, application, amount):
    """Refuse more than the project costs, all applications together."""
    others = [
        one.amount
        for one in funding_of(case).applications.values()
        if one is not application and one.amount and one.state not in rules.NOT_COUNTED
    ]
    if amount is None or case.total_cost is None:
        return
    if sum(others, amount) > case.total_cost:
        message = _(
            "error_applied_above_cost", default="More was applied for than the project costs."
        )
        raise Wrong({"amount": message})
    granted = rules.granted(application.notices) if application is not None else None
    if granted and granted > amount:
        message = _("error_granted_above_applied", default="More was granted than was applied for.")
        raise Wrong({"amount": message})


def take_step(case, number, values):
    """Take an application one step further and return it.

    values: state, day, comment; anyway: file it although documents are missing.
    """
    application = application_of(case, number)
    read = Reading(values)
    to = read.choice("state", rules.STATES)
    day = read.day("day", required=True, past=True)
    comment = read.text("comment", MAX_COMMENT, lines=True)
    if to in rules.BY_NOTICE:
        message = _("error_step_by_notice", default="Please record the notice: this follows of it.")
        read.wrong("state", message)
    elif to is not None and not rules.may_step(application.state, to):
        message = _(
            "error_step_order",
            default="From “${from}” there is no way to “${to}”.",
            mapping={"from": titles.state(application.state), "to": titles.state(to)},
        )
        read.wrong("state", message)
    if to in rules.WITH_REASON and not comment:
        read.wrong("comment", _("error_step_reason", default="Please write why."))
    # When it was sketched nobody knows better than who says when it went on.
    is_first = len(application.path) == 1
    if day is not None and not is_first and day < application.path[-1]["day"]:
        message = _(
            "error_step_day", default="This lies before the last step. Please check the day."
        )
        read.wrong("day", message)
    if to == rules.FILED:
        if application.amount is None:
            read.wrong("state", AMOUNT_MISSING)
        missing = rules.missing_documents(application.checklist)
        if missing and not read.flag("anyway"):
            message = _(
                "error_checklist_missing",
                default="These documents are still missing: ${titles}. "
                "If it was filed without them, tick it below.",
                mapping={"titles": ", ".join(row["title"] for row in missing)},
            )
            read.wrong("anyway", message)
    read.done()
    touch(case, application)
    if is_first:
        begun = application.path[0]
        application.path = (begun | {"day": min(day, begun["day"])},)
    application.path += (entry(to, day, comment),)
    application.state = to
    if to == rules.FILED:
        application.filed_on = day
    if to == rules.WITHDRAWN:
        aid.release_all(application, comment[:500])
    if to in rules.WITH_REASON:
        action = entries.WITHDREW if to == rules.WITHDRAWN else entries.OBJECTED
        note(case, action, f"{application.programme_title}: {comment}")
    changed(case, application)
    return application


def decide_early_start(case, number, values):
    """Note that an early start was asked for, approved, refused or withdrawn.

    values: state, day, valid_until (of an approved one), comment.
    """
    application = application_of(case, number)
    read = Reading(values)
    to = read.choice("state", rules.EARLY_STATES[1:])
    day = read.day("day", required=True, past=True)
    until = read.day("valid_until")
    comment = read.text("comment", MAX_COMMENT, lines=True)
    known = application.early_start
    if to is not None and to not in rules.EARLY_STEPS[known["state"]]:
        message = _(
            "error_early_order",
            default="An early start that is “${from}” cannot become “${to}”.",
            mapping={"from": titles.early(known["state"]), "to": titles.early(to)},
        )
        read.wrong("state", message)
    if to == "withdrawn" and not comment:
        read.wrong("comment", _("error_step_reason", default="Please write why."))
    last = application.early_log[-1]["day"] if application.early_log else None
    if day is not None and last is not None and day < last:
        message = _(
            "error_step_day", default="This lies before the last step. Please check the day."
        )
        read.wrong("day", message)
    if until is not None and day is not None and until < day:
        message = _("error_until_before", default="This lies before the day of the decision.")
        read.wrong("valid_until", message)
    read.done()
    touch(case, application)
    application.early_log += (entry(to, day, comment, valid_until=until),)
    application.early_start = {
        "state": to,
        "asked_on": day if to == "asked" else known["asked_on"],
        "decided_on": None if to == "asked" else day,
        "valid_until": until if to == "approved" else None,
    }
    changed(case, application)
    return application
