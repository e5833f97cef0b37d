"""Funding programmes and the consultations of the administrations."""

from datetime import timedelta
from decimal import Decimal
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core.textblocks import operations as blocks
from kommunalhub.funding.deminimis import mergers
from kommunalhub.funding.deminimis import operations as ledger
from kommunalhub.funding.demo import files
from kommunalhub.funding.interfaces import IFundingConsultation
from kommunalhub.funding.lessons.blocks.shelf import FUNDING
from kommunalhub.funding.money.demo import enter as enter_money
from kommunalhub.funding.money.demo import with_money
from kommunalhub.funding.operations import add_protocol_entry
from kommunalhub.funding.operations import folder_of
from kommunalhub.funding.programmes.documents import new_id
from kommunalhub.funding.radar import operations as radar
from kommunalhub.funding.radar import storage
from pathlib import Path
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


MONEY = ("total_cost", "own_funds", "other_funds", "applied_amount", "granted_amount")
COSTS = ("cost_from", "cost_to")
FIGURES = ("rate", "own_share", "min_amount", "max_amount", "threshold")
SETS = ("topics", "eligible", "areas", "kinds", "preliminary_orders")
SAME = (
    "title",
    "description",
    "funder",
    "deadline_kind",
    "deadline",
    "valid_from",
    "valid_until",
    "period_text",
    "financing",
    "legal_basis",
    "early_start",
    "cumulable",
    "state_aid",
    "source_url",
    "guideline_url",
    "checked_on",
)
NOTE = (
    "<p>Stand {checked:%d.%m.%Y}: {basis}. Seither nicht mit der Quelle verglichen; "
    "bitte vor dem Antrag prüfen.</p>"
)
HERE = Path(__file__).parent
PHONE = "040 66969-{number:03d}"


def programme_fields(entry, calendar):
    """Return the fields of a FundingProgramme."""
    fields = {name: entry[name] for name in SAME if name in entry}
    fields |= {name: Decimal(entry[name]) for name in FIGURES if name in entry}
    fields |= {name: set(entry.get(name, ())) for name in SETS}
    fields["calls"] = tuple(calls_in(entry, calendar))
    fields["checklist"] = tuple(documents_in(entry))
    note = NOTE.format(checked=entry["checked_on"], basis=entry["basis"])
    fields["details"] = RichTextValue(entry["details"] + note, "text/html", "text/x-html-safe")
    return fields


def calls_in(entry, calendar):
    """Yield the calls of a programme: those named, or the next two of a day of every year."""
    for call in entry.get("calls", ()):
        pot = Decimal(call["pot"]) if "pot" in call else None
        yield {"opens": None, "remark": "", **call, "pot": pot}
    if "yearly" in entry:
        first = calendar.next_yearly(entry["yearly"])
        for day in (first, first.replace(year=first.year + 1)):
            yield {"opens": None, "closes": day, "pot": None, "remark": ""}


def documents_in(entry):
    """Yield the rows of the list of documents."""
    taken = set()
    for title in entry.get("documents", ()):
        taken.add(found := new_id(title, taken))
        yield {"id": found, "title": title, "required": True}


def build_programmes(stage):
    """Make the programmes that are missing, public; return how many there are."""
    entries, calendar = stage.table(HERE / "programmes.toml")["programme"], stage.calendar
    folder = stage.section("foerderung/programme")
    for count, entry in stage.missing("programme", entries):
        day = calendar.workday(100 - count)
        fields = programme_fields(entry, calendar) | {"id": entry["id"]}
        obj = stage.enter(folder, "FundingProgramme", "berater", calendar.moment(day), fields)
        stage.publish(obj, "publish", "hubleitung", calendar.moment(day, 5))
        stage.record.note("programme", entry["id"], obj)
    return len(entries)


def consultation_fields(entry, calendar, programmes):
    """Return the fields of a new FundingConsultation. programmes: the folder of programmes."""
    fields = {name: entry[name] for name in ("title", "description", "goal")}
    fields |= {name: Decimal(entry[name]) for name in MONEY if name in entry}
    fields["topics"] = set(entry["topics"])
    fields["partner"] = entry["partner"]
    if "start_in" in entry:
        fields["start_date"] = calendar.day(entry["start_in"])
    if "council_in" in entry:
        fields["council_date"] = calendar.day(entry["council_in"])
    fields["contact_name"] = entry["contact"]
    fields["contact_email"] = f"{entry['partner']}-anfrage@example.org"
    fields["contact_phone"] = PHONE.format(number=len(entry["title"]) * 7 % 1000)
    ids = getUtility(IIntIds)
    found = [programmes[key] for key in entry.get("programmes", ()) if key in programmes]
    fields["programmes"] = [RelationValue(ids.getId(obj)) for obj in found]
    return fields


def advice(values, calendar):
    """Return the consultant's fields of one step; days are counted from today."""
    fields = {name: Decimal(values[name]) for name in MONEY if name in values}
    if "recommendation" in values:
        fields["recommendation"] = values["recommendation"]
    if "decision_ago" in values:
        fields["decision_date"] = calendar.workday(values["decision_ago"])
    for name in ("drawdown", "proof"):
        if f"{name}_in" in values:
            fields[f"{name}_deadline"] = calendar.day(values[f"{name}_in"])
    return fields


def next_of(step, calendar):
    """Return what comes next of one step: until and the appointment on working days ahead."""
    found = dict(step.get("next", {}))
    if "until_in" in found:
        found["until"] = calendar.workday_from_today(found["until_in"]).isoformat()
    if "meet_in" in found:
        start = f"{calendar.workday_from_today(found['meet_in']).isoformat()}T10:00"
        found["appointment"] = {"start": start, "minutes": 90, "place": found["meet_at"]}
    return found


def build_consultations(stage):
    """Act out the consultations that are missing; return how many there are."""
    entries, calendar = stage.table(HERE / "consultations.toml")["consultation"], stage.calendar
    programmes = stage.section("foerderung/programme")

    def apply(obj, step):
        before = len(IJournal(obj))
        enter_money(obj, step)
        if "protocol" in step:
            day = calendar.workday(step["ago"]).isoformat()
            add_protocol_entry(obj, step["protocol"], day, next_of(step, calendar))
        for act in step.get("keep", ()):
            files.keep(obj, act, calendar, programmes)
        if "set" in step:
            fields = advice(step["set"], calendar)
            for name, value in fields.items():
                setattr(obj, name, value)
            stage.check("FundingConsultation", obj)
            notify(ObjectModifiedEvent(obj, Attributes(IFundingConsultation, *fields)))
        return len(IJournal(obj)) > before

    # Numbers follow the order in which the cases came.
    entries.sort(key=lambda entry: -entry["created"]["ago"])
    for _place, entry in stage.missing("consultation", entries):
        folder = folder_of(stage.portal, entry["partner"])
        if folder is None:
            continue
        made = entry["created"]
        moment = calendar.moment(calendar.workday(made["ago"]))
        fields = consultation_fields(entry, calendar, programmes)
        obj = stage.enter(folder, "FundingConsultation", made["by"], moment, fields)
        for file in entry.get("files", ()):
            later, fields = moment + timedelta(minutes=4), attachment(stage, file)
            stage.enter(obj, "File", made["by"], later, fields)
        stage.play(obj, with_money(entry, stage), calendar, apply)
        stage.record.note("consultation", entry["id"], obj)
    return len(entries)


def build_undertakings(stage):
    """Enter undertakings with the aid they had, where none is entered; return how many."""
    entries = stage.table(HERE / "undertakings.toml")["undertaking"]
    if ledger.undertakings():
        return len(entries)
    numbers = {entry["name"]: ledger.add(entry["name"], entry["address"]) for entry in entries}
    for entry in entries:
        number = numbers[entry["name"]]
        for aid in entry["aids"]:
            day = stage.calendar.workday(aid["ago"])
            row = ledger.grant(number, {"regulation": "general"} | aid | {"day": day})
            if "reported_ago" in aid:
                told = stage.calendar.workday(aid["reported_ago"])
                ledger.reported(number, row["number"], told)
        for other in entry.get("linked", ()):
            ledger.link(number, numbers[other])
        if "merged" in entry:
            merged = entry["merged"]
            mergers.merge(number, numbers[merged["into"]], stage.calendar.workday(merged["ago"]))
    return len(entries)


def build_radar(stage):
    """Make the profiles of the radar, where there is none; return how many."""
    entries = stage.table(HERE / "radar.toml")["profile"]
    if storage.radar_of(stage.portal).profiles:
        return len(entries)
    for entry in entries:
        values = {name: set(entry.get(name, ())) for name in radar.LISTS}
        values |= {name: Decimal(entry[name]) for name in COSTS if name in entry}
        with api.env.adopt_user(username=entry["by"]):
            radar.save(None, values | {"title": entry["title"], "owner": entry["owner"]})
    return len(entries)


def build_blocks(stage):
    """Write the text blocks, where there is none; return how many."""
    entries = stage.table(HERE / "blocks.toml")["block"]
    if not blocks.blocks(FUNDING):
        for entry in entries:
            blocks.save(FUNDING, None, entry | {"topics": set(entry.get("topics", ()))})
    return len(entries)


def attachment(stage, entry):
    """Return the fields of a File that comes with the demo."""
    file = NamedBlobFile(stage.file(entry["name"]), "application/pdf", entry["name"])
    return {"title": entry["title"], "file": file}
