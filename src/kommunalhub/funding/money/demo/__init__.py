"""The money of granted cases of the demo, acted out by those whose task it is."""

from datetime import timedelta
from kommunalhub.funding.applications import operations as applications
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.money.drawdowns import operations as drawdowns
from kommunalhub.funding.money.inventory import operations as inventory
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.receipts import operations as receipts
from pathlib import Path


HERE = Path(__file__).parent


def with_money(entry, stage):
    """Return the steps of a consultation of the demo with those of its money, by day.

    On one day the money comes first: what is decided rests on it.
    """
    found = {one["id"]: one["steps"] for one in stage.table(HERE / "money.toml")["money"]}
    steps = found.get(entry["id"])
    if steps is None:
        return entry.get("steps", ())
    return sorted([*steps, *entry["steps"]], key=lambda step: -step["ago"])


def enter(case, step):
    """Do what a step says of the money, on its day."""
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
