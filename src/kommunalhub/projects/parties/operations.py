"""The verbs of parties: say who takes part as what, and change it; ask for others to take part."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import EDITED
from kommunalhub.core.language import in_site_language
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.projects import rules as projects
from kommunalhub.projects import workflow
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.typed import REQUIRED
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.changes import operations as changes
from kommunalhub.projects.parties import rules
from kommunalhub.projects.parties.schemas import LEAD
from kommunalhub.projects.parties.schemas import ROLES
from kommunalhub.projects.partnership import partners_of


NOTED = _("project_roles_noted", default="Roles of the partners entered")


NO_LEAD = _(
    "error_parties_lead",
    default="Only who takes part, and goes on taking part, can lead the project.",
)


def roles():
    """Return {token: translatable title} of all roles, that of the lead first."""
    return {rules.LEAD: LEAD, **titles_of(ROLES)}


def parties_of(project):
    """Return [(partner, role, what it does)] of a project, the lead first."""
    return rules.parties(partners_of(project), storage.book_of(project).roles, titles_of(ROLES))


def former_of(project):
    """Return {partner: day on which it left} of those who take part no longer."""
    return dict(storage.book_of(project).left)


def may_join(project):
    """Return whether others may join now, and partners leave: while all can be asked."""
    return workflows.state_of(project) == workflow.RUNNING


def change(project, values):
    """Keep {partner: {role, does}} besides what is kept; the same again changes nothing.

    The lead leads, whatever is said of its role.
    """
    before = parties_of(project)
    book = storage.ensured_book(project)
    kept = {**book.roles, **values}
    if rules.parties(partners_of(project), kept, titles_of(ROLES)) == before:
        return
    book.roles = kept
    book.writes += 1
    IJournal(project).append(EDITED, current_actor().userid, comment=in_site_language(NOTED))
    project.reindexObject(idxs=["awaiting", "modified"])


def arrange(project, wanted, reason, lead=None):
    """Let these take part as what is said; return whether all partners are asked. Raises Wrong.

    wanted: {partner: {role, does}} of all besides the lead, and of the lead what it does. Roles of
    those who take part already change at once; who joins or leaves does once all have agreed.
    lead: who is to lead from then on, one of those who take part; None for who leads now.
    """
    now = partners_of(project)
    lead = lead or now[0]
    if lead not in now or lead not in wanted:
        raise Wrong({"lead": NO_LEAD})
    after = projects.partners_of(lead, {*wanted, now[0]})
    asks = after != now
    if asks:
        if not reason:
            raise Wrong({"reason": REQUIRED})
        joining = {one: row for one, row in wanted.items() if one not in now}
        changes.ask(project, {"partners": after, "roles": joining, "reason": reason})
    change(project, {one: row for one, row in wanted.items() if one in now})
    return asks
