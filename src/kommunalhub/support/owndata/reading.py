"""Everything that support keeps of a person: own words in full, of others' that there were any."""

from kommunalhub.approvals import workflows
from kommunalhub.approvals.browser.story import TITLES
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.language import in_site_language
from kommunalhub.core.persons import name_of
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.support import queue
from kommunalhub.support import workflow
from kommunalhub.support.desk.secondlevel import operations as second
from kommunalhub.support.disturbances import workflow as disturbances
from kommunalhub.support.mail import storage
from kommunalhub.support.whom import sides_of


#: What is said. Notes stand here for who has written them alone.
SPOKEN = frozenset({entries.MESSAGE, entries.NOTE, entries.TRANSITION})


def of(userid, months=queue.MONTHS[0]):
    """Return all that is kept of a person as plain values, the newest first.

    months: how far back tickets are looked for on which somebody of support has worked.
    """
    own = [ticket for ticket in asked_by(userid) if userid in sides_of(ticket)]
    return {
        "person": {
            "id": userid,
            "name": name_of(userid),
            "email": property_of(userid, "email"),
        },
        "reported": [told(one, userid) for one in own if one.Creator() == userid],
        "reported_for_you": [told(one, userid) for one in own if one.Creator() != userid],
        "written_elsewhere": elsewhere(userid, months, {one.UID() for one in own}),
        "followed": [
            {"title": one.title, "url": one.absolute_url()}
            for one in objects(portal_type=disturbances.TYPE, sort_on="created")
            if one.follows(userid)
        ],
    }


def asked_by(userid):
    """Return the tickets that were reported by a person, or for them, and what they only see."""
    seen = {"allowedRolesAndUsers": f"user:{userid}"}
    return list(objects(portal_type=workflow.TYPE, sort_on="created", **seen))


def elsewhere(userid, months, without):
    """Return what somebody has written on tickets of others: what they have worked on, or do."""
    found, since = {}, queue.since({"months": months}, formatting.now())
    when = {"modified": {"query": since, "range": "min"}} if since is not None else {}
    for index in ("decided_by", "assigned"):
        for ticket in objects(
            portal_type=workflow.TYPE, sort_on="created", **when, **{index: userid}
        ):
            found[ticket.UID()] = ticket
    rows = (
        {"number": one.case_number, "url": one.absolute_url(), "written": words_of(one, userid)}
        for uid, one in found.items()
        if uid not in without
    )
    return [row for row in rows if row["written"]]


def told(ticket, userid):
    """Return what is kept of a ticket that a person has reported, or that was reported for them.

    The report itself belongs to who has written it.
    """
    is_writer, known = ticket.Creator() == userid, ids_of(ticket, userid)
    others = [
        entry
        for entry in spoken(ticket)
        if entry["actor"] not in known and entry["kind"] != entries.NOTE
    ]
    return {
        "number": ticket.case_number,
        "url": ticket.absolute_url(),
        "reported": IJournal(ticket).last(entries.CREATED)["when"],
        "reported_by": name_of(ticket.Creator()),
        "state": in_site_language(workflows.state_title(workflow.TYPE, workflows.state_of(ticket))),
        "urgency": title_in("kommunalhub.support_urgencies", ticket.urgency),
        "category": title_in("kommunalhub.support_categories", ticket.category),
        "device": ticket.device,
        "for_whom": ticket.for_whom,
        **({"title": ticket.title, "description": ticket.description} if is_writer else {}),
        "written": words_of(ticket, userid),
        "answers_of_others": len(others),
        "mails": mails_of(ticket, known),
        "asked_whether_satisfied": bool(kept(ticket, "rated")) if is_writer else None,
        "handed_over": parcels_of(ticket) if is_writer else [],
    }


def title_in(vocabulary, token):
    """Return what people read for a token, None for none."""
    title = titles_of(vocabulary).get(token)
    return in_site_language(title) if title else None


def words_of(ticket, userid):
    """Return what a person has written on a ticket: [{when, act, text, files}], oldest first."""
    known = ids_of(ticket, userid)
    return [
        {
            "when": entry["when"],
            "act": verb_of(entry),
            "text": entry["comment"],
            "files": [] if entry["kind"] == entries.TRANSITION else list(entry["fields"]),
        }
        for entry in spoken(ticket)
        if entry["actor"] in known
    ]


def spoken(ticket):
    return [
        entry
        for entry in IJournal(ticket)
        if entry["kind"] in SPOKEN and (entry["comment"] or entry["kind"] != entries.TRANSITION)
    ]


def verb_of(entry):
    """Return the step that something was said with, else whether it is a message or a note."""
    if entry["kind"] == entries.TRANSITION:
        return in_site_language(workflows.transition_title(workflow.TYPE, entry["action"]))
    return in_site_language(TITLES[entry["kind"]])


def ids_of(ticket, userid):
    """Return the ids that a person is known by on a ticket: it may have come by a link before."""
    formerly = kept(ticket, "formerly")
    return {userid, formerly} if formerly and ticket.Creator() == userid else {userid}


def mails_of(ticket, known):
    """Return [{entry, message_id, kept}] of a person's mails: whether the whole mail is kept."""
    mails = storage.mails_of(ticket)
    return [
        {"entry": seq, "message_id": one.message_id, "kept": one.original is not None}
        for seq, one in (mails.articles.items() if mails is not None else ())
        if one.userid in known
    ]


def parcels_of(ticket):
    """Return [{when, whole, lines}] of what was handed over to the second level."""
    return [
        {
            "when": parcel.when,
            "whole": parcel.whole,
            "lines": [{"name": line.name, "text": line.text} for line in parcel.lines if line.text],
        }
        for parcel in second.hand_of(ticket).parcels
    ]


def objects(**query):
    """Yield what the catalog finds, whoever asks, the newest first."""
    for brain in catalog().unrestrictedSearchResults(sort_order="descending", **query):
        yield brain._unrestrictedGetObject()
