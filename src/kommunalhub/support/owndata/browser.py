"""`@@meine-angaben` on the section of support, and the same as a file."""

from datetime import datetime
from functools import cached_property
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.support import queue
from kommunalhub.support.owndata import reading
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

import json


def months_in(request):
    """Return how many months back a request asks for, the usual number for anything else."""
    asked = request.form.get("months")
    return asked if asked in queue.MONTHS else queue.MONTHS[0]


class OwnData(OwnPage):
    """What support keeps of who looks at it."""

    template = ViewPageTemplateFile("templates/owndata.pt")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.template()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@meine-angaben"

    @cached_property
    def months(self):
        return months_in(self.request)

    @property
    def file_url(self):
        return f"{self.url}.json?months={self.months}"

    @cached_property
    def found(self):
        return reading.of(self.userid, self.months)

    @property
    def helps(self):
        """Whether this person works on tickets of others."""
        return queue.helps()

    @property
    def is_nothing(self):
        return not any(self.found[name] for name in self.found if name != "person")

    def tickets(self, name):
        """Return the tickets of a part, their times as people say them."""
        return [
            {
                **row,
                "day": formatting.day(datetime.fromisoformat(row["reported"])),
                "written": said(row["written"]),
            }
            for row in self.found[name]
        ]

    def elsewhere(self):
        return [{**row, "written": said(row["written"])} for row in self.found["written_elsewhere"]]

    def older_url(self):
        """Return the address of the same page that goes further back, None where it shows all."""
        further = queue.further({"months": self.months})
        return f"{self.url}?months={further}" if further else None


def said(rows):
    return [{**row, "day": formatting.moment(datetime.fromisoformat(row["when"]))} for row in rows]


class OwnDataFile(OwnData):
    """`@@meine-angaben.json`: all of it, for another program or to keep."""

    def __call__(self):
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader(
            "Content-Disposition", 'attachment; filename="meine-angaben-support.json"'
        )
        response.setHeader("Cache-Control", "private, no-store")
        return json.dumps(self.found, ensure_ascii=False, indent=2)
