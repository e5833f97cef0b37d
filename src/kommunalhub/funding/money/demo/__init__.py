"""The money of granted cases of the demo, acted out by those whose task it is."""

from datetime import timedelta
from kommunalhub.funding.applications import operations as applications
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.money.drawdowns import operations as drawdowns
from kommunalhub.funding.money.inventory import operations as inventory
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.receipts import operations as receipts
from pathlib import Path
from plone import api


HERE = Path(__file__).parent


def build_money(stage):
    """Act out the money of the cases that have none yet; return how many there are."""
    entries = stage.table(HERE / "money.toml")["money"]
    for _place, entry in stage.missing("money", entries):
        case = api.content.get(UID=stage.record.uid("consultation", entry["id"]))
        if case is None or funding_of(case).applications:
            continue
        stage.play(case, entry["steps"], stage.calendar, enter)
        stage.record.note("money", entry["id"], case)
    return len(entries)


def enter(case, step):
    """Do what a step says, on its day."""
    for name, verb in VERBS.items():
        if name in step:
            verb(case, {"day": today()} | step[name])


def notice(case, values):
    values = dict(values)
    ends = today() + timedelta(days=values.pop("period_days"))
    applications.record_notice(case, 1, values | {"period_from": today(), "period_to": ends})


VERBS = {
    "plan": applications.save_plan,
    "application": applications.add_application,
    "step": lambda case, values: applications.take_step(case, 1, values),
    "notice": notice,
    "ask": lambda case, values: drawdowns.ask(case, 1, values),
    "receive": lambda case, values: drawdowns.receive(case, 1, values["drawdown"], values),
    "receipt": lambda case, values: receipts.add(case, 1, {"paid_on": today()} | values),
    "proof": lambda case, values: proof.submit(case, 1, values),
    "result": lambda case, values: proof.record_result(case, 1, values["proof"], values),
    "thing": lambda case, values: inventory.add(case, 1, {"bought_on": today()} | values),
}
