"""@@jobs-controlpanel: what was done in time of late, and whether anything does it at all."""

from babel.numbers import format_decimal
from datetime import datetime
from functools import cached_property
from kommunalhub.core import formatting
from kommunalhub.core.jobs import ledger
from kommunalhub.core.jobs import rules
from kommunalhub.core.jobs import runner
from plone import api
from Products.Five import BrowserView


class Jobs(BrowserView):
    """Reads the record of the last run and asks each job what is due."""

    @cached_property
    def record(self):
        return ledger.last_run(api.portal.get())

    def when(self):
        return formatting.moment(datetime.fromisoformat(self.record["when"]))

    def seconds(self):
        return format_decimal(self.record["seconds"], locale="de")

    def is_late(self):
        return rules.is_late(ledger.age_of(self.record, formatting.now()))

    def failed(self):
        """Return whether something could not be done in the last run."""
        return any(row[3] for row in self.record["jobs"]) if self.record else False

    def rows(self):
        """Return [{title, done, failed, failures}] of the last run, in the order of the jobs."""
        last = {row[0]: row for row in self.record["jobs"]} if self.record else {}
        rows = []
        for name, job in runner.jobs():
            _name, _due, done, failed, failures = last.get(name, (name, 0, 0, 0, ()))
            rows.append(
                {
                    "title": job.title,
                    "done": done,
                    "failed": failed,
                    "failures": ", ".join(error for _key, error in failures),
                }
            )
        return rows
