"""Blocks of what editors have written of their administration."""

from dataclasses import asdict
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.homeblocks import Block
from kommunalhub.core.homeblocks import is_colleague
from kommunalhub.core.homeblocks import SIDE
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.tools import site_url
from kommunalhub.editorial.areas import opening
from kommunalhub.editorial.areas import operations
from kommunalhub.editorial.areas import pictures
from kommunalhub.editorial.areas import plain
from kommunalhub.editorial.areas import words
from kommunalhub.editorial.areas.storage import area_of
from kommunalhub.partners.people.visible import EVERYBODY
from kommunalhub.partners.people.visible import visible_people
from kommunalhub.partners.rules import group_id
from kommunalhub.partners.titles import spoken_title
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


class FactsBlock(Block):
    """Shows facts of the area, which change its version."""

    @cached_property
    def area(self):
        return area_of(self.context)

    def shows(self):
        return (self.area.version,)


def paragraphs(text):
    """Return the paragraphs of a text, which empty lines part."""
    parts = text.replace("\r\n", "\n").split("\n\n")
    return [" ".join(part.split()) for part in parts if part.strip()]


class Introduction(FactsBlock):
    """Who they are, with a picture; what stands out is the first paragraph."""

    title = _("block_introduction", default="Introduction")
    about = _("block_introduction_about", default="Picture and text, from „Edit the area“.")
    order = 10
    has_heading = False
    template = ViewPageTemplateFile("templates/introduction.pt")

    def is_there(self):
        return bool(self.area.introduction or self.area.picture)

    def picture(self):
        return pictures.shown(self.context, "picture")

    def picture_css(self):
        return "draw" if pictures.cut_of(self.context).is_whole else "draw chosen"

    def lead(self):
        return next(iter(paragraphs(self.area.introduction)), "")

    def more(self):
        return paragraphs(self.area.introduction)[1:]

    def data(self):
        return {"introduction": self.area.introduction, "picture": self.picture()}


class Note(FactsBlock):
    """What only colleagues read."""

    title = _("block_note", default="For colleagues")
    about = _("block_note_about", default="Your note, for people of the administrations only.")
    order = 15
    is_internal = True
    template = ViewPageTemplateFile("templates/note.pt")

    def is_there(self):
        return bool(self.area.note)

    def paragraphs(self):
        return paragraphs(self.area.note)

    def data(self):
        return {"note": self.area.note}


class Contact(FactsBlock):
    """How to reach them, and when they are open; whether now is worked out afresh."""

    title = _("block_contact", default="Contact")
    about = _("block_contact_about", default="Address, offices and opening hours.")
    column = SIDE
    order = 10
    template = ViewPageTemplateFile("templates/contact.pt")

    @cached_property
    def partner(self):
        return operations.partner_of_area(self.context)

    def is_there(self):
        return bool(self.offices() or self.hours() or self.address() or self.reached())

    def address(self):
        return (self.partner.address or "").splitlines() if self.partner else []

    def reached(self):
        """Return {phone, email} of the administration itself, those that there are."""
        kept = {name: getattr(self.partner, name, None) for name in ("phone", "email")}
        return {name: value for name, value in kept.items() if value}

    def offices(self):
        return [
            {
                "title": one.title,
                "phone": one.phone,
                "phone_url": phone_url(one.phone),
                "email": one.email,
                "place": one.place,
            }
            for one in self.area.contacts
        ]

    def phone_url(self, phone):
        return phone_url(phone)

    def hours(self):
        """Return [{days, hours}], days with the same hours in one row."""
        if not any(self.area.week):
            return []
        return [
            {"days": days_text(days), "hours": opening.spans_text(spans)}
            for days, spans in opening.grouped(self.area.week)
        ]

    def specials(self):
        """Return [{days, hours, note}] of days of their own that are to come."""
        today = formatting.to_local(formatting.now()).date()
        return [
            {
                "days": period_text(one.first, one.last),
                "hours": opening.spans_text(one.hours),
                "note": one.note,
            }
            for one in self.area.specials
            if one.last >= today
        ][:5]

    def now(self):
        """Return {open, text, why} of this minute, None where no hours are known."""
        found = operations.standing_now(self.context)
        if found is None:
            return None
        standing, text = found
        return {"open": standing.kind == opening.OPEN, "text": text, "why": standing.why}

    def shows(self):
        return (*super().shows(), repr(operations.standing_now(self.context)))

    def data(self):
        now = self.now()
        return {
            "address": self.address(),
            **self.reached(),
            "contacts": [asdict(one) for one in self.area.contacts],
            "hours": plain.week_json(self.area.week),
            "special_days": [plain.special_json(one) for one in self.area.specials],
            "now": now and {**now, "text": translate(now["text"], context=self.request)},
        }


def phone_url(phone):
    """Return the address that a telephone dials."""
    return "tel:" + "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def days_text(days):
    """Return weekdays by number as people write them: „Mo.–Mi., Fr.“."""
    names = [words.WEEKDAYS[day] for day in range(7)]
    return ", ".join(
        f"{names[first]}." if first == last else f"{names[first]}.–{names[last]}."
        for first, last in opening.runs(days)
    )


def period_text(first, last):
    if first == last:
        return formatting.day(first)
    return f"{formatting.day(first)} – {formatting.day(last)}"


class Links(FactsBlock):
    """Addresses that people look for."""

    title = _("block_links", default="Links")
    about = _("block_links_about", default="Addresses that people look for.")
    column = SIDE
    order = 40
    template = ViewPageTemplateFile("templates/links.pt")

    def is_there(self):
        return bool(self.area.links)

    def links(self):
        return [
            {"title": one.title, "url": one.url if "://" in one.url else f"{site_url()}{one.url}"}
            for one in self.area.links
        ]

    def data(self):
        return {"links": [asdict(one) for one in self.area.links]}


class Responsible(Block):
    """Who looks after these pages: a function for everybody, names for who may find the people."""

    title = _("block_responsible", default="Responsible")
    about = _("block_responsible_about", default="The editors; names are seen by colleagues only.")
    column = SIDE
    order = 90
    template = ViewPageTemplateFile("templates/responsible.pt")

    @cached_property
    def partner(self):
        return operations.partner_of_area(self.context)

    def is_there(self):
        return self.partner is not None

    def function(self):
        return spoken_title(group_id(self.partner.id, "editors"))

    @cached_property
    def people(self):
        """Return the names of the editors, as far as who asks may find them."""
        if not self.is_there() or not is_colleague():
            return []
        found, seen = members_of(group_id(self.partner.id, "editors")), visible_people()
        names = [name_of(userid) for userid in found if seen == EVERYBODY or userid in seen]
        return sorted(names, key=formatting.sort_key)

    def shows(self):
        return tuple(self.people)

    def data(self):
        return {"email": self.partner.email, "people": self.people}
