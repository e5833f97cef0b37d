"""An answer made of a solved ticket, released and used; and counts of earlier days."""

from kommunalhub.core.tally import flushing
from kommunalhub.support.learning import answers
from kommunalhub.support.learning import helping


#: Who makes an answer, and who of the operator releases it on the day after.
WRITER, RELEASER = "support", "dataport-pruefung"


def answer(stage, ticket, told):
    """Make an answer of a ticket and release it; it has helped since then."""
    calendar, ago = stage.calendar, told["ago"]
    moment = calendar.moment(calendar.workday(ago))
    with stage.as_person(WRITER, moment):
        made = answers.make(ticket, told["title"], told["problem"], told["solution"])
    stage.backdate_creation(made, moment)
    steps = [
        {"ago": ago, "by": WRITER, "act": "submit"},
        {"ago": ago - 1, "by": RELEASER, "act": "publish"},
    ]
    stage.play(made, steps, calendar)
    for when in told["helped"]:
        count(stage, helping.HELPED, made.UID(), calendar.workday(when))


def count(stage, kind, thing, day):
    """Count something on an earlier day; written down at once, with all else of the demo."""
    flushing.write(stage.portal, {(kind, kind.period(day), thing): 1})
