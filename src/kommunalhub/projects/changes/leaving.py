"""Partners join, leave and lead: what follows in the book of a project, and for its people."""

from kommunalhub import _
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import SYSTEM
from kommunalhub.approvals.consents import operations as consents
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import members_of
from kommunalhub.partners.operations import give_partner
from kommunalhub.partners.rules import groups_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import rules
from kommunalhub.projects.book import storage
from kommunalhub.projects.changes import telling
from kommunalhub.projects.operations import follow_partners
from kommunalhub.projects.partnership import partners_of


JOINED = _("project_noted_joined", default="Takes part now: ${partners}")
LEFT = _("project_noted_left", default="Does not take part any more: ${partners}")
LED = _("project_noted_led", default="Leads now: ${partners}, before it ${before}")
HANDED = _("project_noted_handed", default="Up to the lead now: ${ids}")
TIMED = (storage.MILESTONE, storage.TASK)


def regroup(project, after, change):
    """Let a project have other partners, or another lead, and let all that follows follow.

    after: ids of the partners, the lead first. What a partner that leaves had still to see to is up
    to the lead; what it has done stays. Nobody of it reads the project any more.
    """
    before = partners_of(project)
    project.partners = set(after)
    joined = [one for one in after if one not in before]
    left = [one for one in before if one not in after]
    book, day = storage.ensured_book(project), formatting.to_local(formatting.now()).date()
    book.roles = {**book.roles, **change["roles"]}
    gone = {**book.left, **dict.fromkeys(left, day)}
    book.left = {one: when for one, when in gone.items() if one not in after}
    book.writes += 1
    handed = _hand_over(book, after, left)
    is_led_anew = after[:1] != before[:1]
    if is_led_anew:
        _lead(project, after[0])
    consents.let_go(project, left)
    follow_partners(project)
    says = [
        (JOINED, _named(joined), joined),
        (LEFT, _named(left), left),
        (LED, {**_named(after[:1]), "before": _named(before[:1])["partners"]}, is_led_anew),
        (HANDED, {"ids": ", ".join(handed)}, handed),
    ]
    lines = [in_site_language(filled(text, mapping)) for text, mapping, holds in says if holds]
    IJournal(project).append(
        entries.RECORD,
        current_actor().userid,
        action=entries.LEAD_CHANGED if is_led_anew else entries.PARTNERS_CHANGED,
        fields=[*after, *left],  # who decides there hears of it, as far as they still see it
        comment="\n".join((*lines, change["reason"])),
    )
    telling.tell_left(project, left)


def _lead(project, partner):
    """Let a partner lead: the project belongs to it, and to nobody of the old lead by name.

    Who wrote the idea down was its owner; as one of the old lead they are a colleague from now on.
    """
    project.creators = (SYSTEM,)
    for userid, roles in project.get_local_roles():
        if "Owner" in roles:
            rest = [role for role in roles if role != "Owner"]
            project.manage_delLocalRoles([userid])
            if rest:
                project.manage_setLocalRoles(userid, rest)
    give_partner(project, partner)


def _named(partners):
    return {"partners": ", ".join(map(short_title_of, partners))}


def _hand_over(book, now, left):
    """Leave nothing that is open with who takes part no longer; return the ids of what changed."""
    people, gone = _people_of(now), _people_of(left)
    handed = []
    for kind in TIMED:
        for row in filter(rules.is_open, book.rows(kind)):
            if row["partner"] in left:
                new = {"partner": now[0], "function": "editors", "person": None}
            elif row["person"] in gone - people:
                new = {"person": None}
            else:
                continue
            book.keep(kind, {**row, **new})
            handed.append(storage.id_of(kind, row["number"]))
    return handed


def _people_of(partners):
    groups = [group for one in partners for group in groups_of(one).values()]
    return members_of(*groups) if groups else set()
