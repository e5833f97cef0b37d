"""What a project adds to itself as a case, see approvals.interfaces.ICasePart."""

from datetime import datetime
from datetime import time
from datetime import UTC
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.core.formatting import BERLIN
from kommunalhub.projects import rules
from kommunalhub.projects import workflow
from kommunalhub.projects.book import storage


#: A day ends then; due dates of the house do.
END = time(23, 59, 59)


class ProjectPart(CasePart):
    """While it runs a project is due with what its lead has to see to next."""

    annotations = (storage.KEY,)

    def due(self, due):
        if workflows.state_of(self.case) != workflow.RUNNING:
            return due
        book = storage.book_of(self.case)
        following = rules.next_of([*book.rows(storage.MILESTONE), *book.rows(storage.TASK)])
        if following is None:
            return due
        return datetime.combine(following["planned"], END, tzinfo=BERLIN).astimezone(UTC)
