"""For the trainer: all participants, who came, the list as a file, and a message to all."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import workbook
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.tools import site
from kommunalhub.lib.tables import writing
from kommunalhub.workshops import answering
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import programme
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops import telling
from kommunalhub.workshops.browser import shown
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


LONGEST_MESSAGE = 4000
CAME, MISSING, OPEN = "came", "missing", "open"
ATTENDED = {CAME: True, MISSING: False, OPEN: None}


class Participants(OwnPage):
    """Everybody in one list; a tick is one small request that may be repeated without harm."""

    template = ViewPageTemplateFile("templates/participants.pt")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @cached_property
    def registrations(self):
        return storage.book_of(self.context).all()

    def rows(self):
        """Return all who are in, then who waits in order, then who is no longer in."""
        terms = programme.terms_of(self.context)
        queue = rules.queue(self.registrations, terms)
        places = {one.number: place for place, one in enumerate(queue, 1)}
        order = {rules.REGISTERED: 0, rules.OFFERED: 1, rules.WAITING: 2}
        found = sorted(
            self.registrations,
            key=lambda one: (
                order.get(one.state, 3),
                places.get(one.number, 0),
                formatting.sort_key(one.name.rpartition(" ")[2]),
                one.number,
            ),
        )
        return [shown.row_of(one, self.registrations, terms, places) for one in found]

    def answers_of(self, row):
        """Return [(question, answer)] of somebody, in the order in which they are asked."""
        return [
            (title, answering.text_of(row["answers"][key]))
            for key, title in self.columns
            if key in row["answers"]
        ]

    @cached_property
    def columns(self):
        return answering.columns(self.context, storage.book_of(self.context))

    def sessions(self):
        return [shown.session_shown(one) for one in programme.sessions_of(self.context)]

    def came_count(self):
        return sum(one.attended is True for one in self.registrations)

    def post(self):
        number = self.field("number")
        if not number.isdecimal() or len(number) > 9:
            return self.lead_to(self.url)
        number = int(number)
        try:
            if self.field("act") in ATTENDED:
                attended = ATTENDED[self.field("act")]
                operations.note_attendance(self.context, number, attended, self.field("why"))
            elif self.field("act") == "remove":
                reason = self.field("reason")
                operations.give_back(self.context, number, by_trainer=True, reason=reason)
        except KeyError:
            api.portal.show_message(shown.REFUSED[rules.UNKNOWN], self.request, "error")
        except rules.Refused as refused:
            if self.field("act") != "remove":  # pressed twice
                api.portal.show_message(shown.refusal(refused), self.request, "error")
        return self.lead_to(f"{self.url}#person-{number}")


class Export(BrowserView):
    """@@teilnehmende.xlsx: names, administrations, states and attendance."""

    COLUMNS = (
        (_("col_person", default="Person"), "name"),
        (_("col_partner", default="Administration"), "partner"),
        (_("col_email", default="E-mail"), "email"),
        (_("col_state", default="State"), "state"),
        (_("col_needs", default="Needs"), "needs"),
        (_("col_since", default="Since"), "since"),
        (_("col_attended", default="Attended"), "attended_title"),
    )

    def table(self):
        """Return (head, rows), all texts: everybody who is in or waits, with their answers."""
        terms = programme.terms_of(self.context)
        found = storage.book_of(self.context).all()
        active = [one for one in found if one.state in rules.ACTIVE]
        self.asked = answering.columns(self.context, storage.book_of(self.context))
        rows = [self.values(shown.row_of(one, found, terms)) for one in active]
        head = [self.said(title) for title, _name in self.COLUMNS]
        return head + [title for _key, title in self.asked], rows

    def __call__(self):
        header, rows = self.table()
        title = self.said(_("participants_title", default="Participants"))
        data = workbook.workbook_of([(title, header, rows)])
        return workbook.answer(self.request.response, data, "teilnehmende")

    def values(self, row):
        titles = {
            True: _("attended_yes", default="yes"),
            False: _("attended_no", default="no"),
            None: "",
        }
        row["attended_title"] = titles[row["attended"]]
        answers = [answering.text_of(row["answers"].get(key)) for key, _title in self.asked]
        return [self.said(row[name] or "") for _title, name in self.COLUMNS] + [
            self.said(answer) for answer in answers
        ]

    def said(self, text):
        return translate(text, context=self.request)


class CsvExport(Export):
    """@@teilnehmende.csv: the same for other programs; no cell of it is a formula."""

    def __call__(self):
        header = self.request.response.setHeader
        header("Content-Type", f"{writing.MEDIA_TYPE}; charset=utf-8")
        header("Content-Disposition", 'attachment; filename="teilnehmende.csv"')
        header("Cache-Control", "no-store")
        return writing.csv_of(*self.table())


class Message(OwnPage):
    """@@nachricht: a letter to all who are in or wait, looked at before it goes out."""

    template = ViewPageTemplateFile("templates/message.pt")
    text = ""
    whom = rules.REGISTERED
    preview = None
    error = None

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def states(self):
        return rules.ACTIVE if self.whom == "all" else (rules.REGISTERED,)

    def recipients(self):
        found = storage.book_of(self.context).all()
        return [one for one in found if one.state in self.states]

    def post(self):
        self.text = self.field("text").replace("\r\n", "\n").strip()
        self.whom = "all" if self.field("whom") == "all" else rules.REGISTERED
        if not self.text or len(self.text) > LONGEST_MESSAGE:
            self.error = _(
                "error_message_text",
                default="Please write something, up to ${most} characters.",
                mapping={"most": LONGEST_MESSAGE},
            )
            self.request.response.setStatus(400)
            return self.template()
        if not self.field("send"):
            self.preview = self.letter()
            return self.template()
        count = telling.tell_all(self.context, letters.MESSAGE, self.states, message=self.text)
        message = _(
            "done_message",
            default="The message goes to ${count} people.",
            mapping={"count": count},
        )
        return self.lead_to(f"{self.context.absolute_url()}#leitung", message)

    def letter(self):
        """Return the letter as the first of them would get it, as text."""
        now = formatting.now()
        people = self.recipients() or [
            rules.Registration(
                number=0, name="…", email="", state=rules.REGISTERED, made=now, changed=now
            )
        ]
        portal = site()
        return letters.letter(
            portal,
            self.context,
            people[0],
            letters.MESSAGE,
            "preview",
            link=letters.link_to(portal, self.context),
            message=self.text,
        )
