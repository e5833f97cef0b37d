"""What is done with De-minimis aid; nobody else writes ledgers, each verb checks before."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.tools import site
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.deminimis import rules
from kommunalhub.funding.deminimis import said
from kommunalhub.funding.deminimis import storage
from kommunalhub.funding.deminimis import successions
from kommunalhub.funding.deminimis.figures import figures
from kommunalhub.funding.deminimis.states import HERE
from kommunalhub.funding.deminimis.typed import check_reason
from kommunalhub.funding.deminimis.typed import lengths
from kommunalhub.funding.deminimis.typed import read
from kommunalhub.funding.deminimis.typed import read_day
from kommunalhub.funding.deminimis.typed import tidy
from kommunalhub.funding.deminimis.typed import today
from kommunalhub.funding.deminimis.typed import Wrong


PERMISSION = "kommunalhub: Keep De-minimis"


class TooMuch(Exception):
    """The aid would exceed the ceiling; verdict: a rules.Verdict."""

    def __init__(self, verdict):
        super().__init__(verdict)
        self.verdict = verdict


def ledger_of(number):
    """Return the Ledger of an undertaking; raises KeyError."""
    return storage.register_of().ledgers[number]


def is_known(number):
    return number in storage.register_of().ledgers


def undertakings():
    """Return all Undertakings by name."""
    found = [ledger.undertaking for ledger in storage.register_of().ledgers.values()]
    return sorted(found, key=lambda one: (formatting.sort_key(one.name), one.number))


def book(without=frozenset()):
    """Return all that is known as a rules.Book, but some aids by their numbers."""
    register = storage.register_of()
    ledgers = register.ledgers
    return rules.Book(
        aids=tuple(
            aid
            for ledger in ledgers.values()
            for aid in ledger.counting()
            if aid.number not in without
        ),
        links=tuple((here, there) for here, ledger in ledgers.items() for there in ledger.links),
        public=frozenset(here for here, ledger in ledgers.items() if ledger.facts["public"]),
        successions=tuple(map(storage.succession_of, storage.valid_successions(register))),
    )


def group_of(number, day=None):
    """Return the numbers of the single undertaking of which `number` is a part on a day."""
    return book().group(number, day or today())


def state_of(number, regulation, day=None, member_state=HERE, known=None):
    """Return the Verdict on an aid of nothing: what was used, what is free; raises NoCeiling.

    known: the `book`, for who asks more than once.
    """
    asked = rules.Aid(0, number, day or today(), rules.ZERO, regulation, member_state)
    return rules.judge(asked, known or book(), figures())


def followers(number, day, known=None):
    """Return the Undertakings that stand where one stood before a day, () while it is there."""
    ledgers = storage.register_of().ledgers
    found = successions.gone((known or book()).successions, day).get(number, ())
    return tuple(ledgers[one].undertaking for one in found)


def add(name, address="", public=False):
    """Enter an undertaking and return its number. Raises Wrong."""
    typed = {"name": tidy(name), "address": tidy(address)}
    errors = lengths(typed)
    if not typed["name"]:
        errors["name"] = _("error_undertaking_name", default="Please write the name.")
    else:
        known = {formatting.sort_key(one.name) for one in undertakings()}
        if formatting.sort_key(typed["name"]) in known:
            errors["name"] = _(
                "error_undertaking_known", default="An undertaking of this name is entered already."
            )
    if errors:
        raise Wrong(errors)
    register = storage.ensured_register()
    register.last += 1
    register.ledgers[register.last] = storage.Ledger(
        number=register.last, public=bool(public), **typed
    )
    return register.last


def link(number, other):
    """Enter that two undertakings are linked. Raises Wrong, KeyError for an unknown `number`."""
    here, there = ledger_of(number), storage.register_of().ledgers.get(other)
    if there is None or other == number:
        message = _("error_undertaking_other", default="Please choose another undertaking.")
        raise Wrong({"other": message})
    touch(number, other)
    here.links.insert(other)
    there.links.insert(number)


def unlink(number, other):
    """Take a link back. Raises Wrong where there is none."""
    if other not in ledger_of(number).links:
        message = _("error_undertaking_other", default="Please choose another undertaking.")
        raise Wrong({"other": message})
    touch(number)
    for here, there in ((number, other), (other, number)):
        links = ledger_of(here).links
        if there in links:
            links.remove(there)


def grant(number, values):
    """Enter an aid as a whole, or not at all; return its plain values.

    What others granted already is a fact, entered even above the ceiling.
    values: as `read` takes them. Raises KeyError, Wrong, and TooMuch above the ceiling.
    """
    row = read(values)
    return enter(number, row, is_checked=not row["declared"])


def enter(number, row, is_checked, origin=None, instead_of=(), reason=""):
    """Enter what was read of an aid and return its plain values. Raises as `grant` does.

    is_checked: whether it is refused above the ceiling. origin: {case, application, notice} of the
    notice that grants it. instead_of: ((undertaking, aid), …) that count no more, for `reason`.
    """
    ledger, day = ledger_of(number), row["day"]
    after = followers(number, day)
    if after:
        raise Wrong({"day": said.followed(day, after)})
    asked = rules.Aid(0, number, day, row["amount"], row["regulation"], row["member_state"])
    try:
        verdict = rules.judge(asked, book({aid for _number, aid in instead_of}), figures())
    except rules.NoCeiling as error:
        message = _(
            "error_deminimis_no_ceiling",
            default="For this regulation and day no ceiling is known.",
        )
        raise Wrong({"regulation": message}) from error
    if is_checked and not verdict.allowed:
        raise TooMuch(verdict)
    for one, aid in instead_of:
        void(one, aid, reason)
    touch(number)
    register = storage.ensured_register()
    register.last_aid += 1
    row = row | {
        "number": register.last_aid,
        "undertaking": number,
        "by": asking.userid(),
        "entered": formatting.now(),
        "used": verdict.used,
        "ceiling": verdict.ceiling,
        "source": verdict.source,
        "origin": origin,
        "reported": None,
        "taken_back": None,
    }
    ledger.aids[row["number"]] = row
    return row


def take_back(number, aid, reason):
    """Say that an aid was revoked or never came to be; it stays readable, but counts no more."""
    check_reason(tidy(reason))
    if ledger_of(number).aids[aid].get("origin"):
        message = _(
            "error_deminimis_of_notice",
            default="It follows from a notice. Record the changed notice at the application.",
        )
        raise Wrong({"reason": message})
    void(number, aid, tidy(reason))


def void(number, aid, reason):
    """Let an aid count no more, also one that follows from a notice."""
    _change(number, aid, taken_back={"day": today(), "reason": reason, "by": asking.userid()})


def reported(number, aid, day):
    """Say when an aid was entered in the central register. Raises Wrong, KeyError."""
    try:
        found = read_day(day)
    except FieldError as error:
        raise Wrong({"reported": error.args[0]}) from error
    if found < ledger_of(number).aids[aid]["day"]:
        message = _("error_deminimis_reported", default="This lies before the day of the aid.")
        raise Wrong({"reported": message})
    _change(number, aid, reported=found)


def _change(number, aid, **changes):
    ledger = ledger_of(number)
    row = ledger.aids[aid]
    touch(number)
    ledger.aids[aid] = row | changes


def touch(*numbers):
    """Write the ledgers of all that may ever count together with these."""
    known = book()
    followed = [(one.source, number) for one in known.successions for number, _equity in one.shares]
    links = (*known.links, *followed)
    found = frozenset().union(*(rules.group_of(number, links) for number in numbers))
    ledgers = storage.ensured_register(site()).ledgers
    for number in sorted(found):
        ledgers[number].changes += 1
