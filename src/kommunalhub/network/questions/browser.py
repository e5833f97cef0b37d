"""@@hub-questions: ask other hubs, read what they answered, answer what they ask."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.network import publishing
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network.copies import releasing
from kommunalhub.network.questions import operations
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


ASKED = _("message_question_asked", default="Asked. Other hubs get it with their next call.")
ANSWERED = _("message_question_answered", default="Answered. The hub gets it with its next call.")
TAKEN_BACK = _("message_said_taken_back", default="Taken back.")
GONE = _("message_question_gone", default="The question was taken back meanwhile.")
NO_TITLE = _(
    "error_hub_question_title",
    default="Please write a question of up to ${n} characters.",
    mapping={"n": operations.LONGEST_TITLE},
)
NO_TEXT = _(
    "error_question_text",
    default="Please write a text of up to ${n} characters.",
    mapping={"n": operations.LONGEST_TEXT},
)


class QuestionsPage(OwnPage):
    """Seen by who looks through what other hubs share; nothing of it is ever content."""

    template = ViewPageTemplateFile("templates/questions.pt")
    errors = {}

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@hub-questions"

    @cached_property
    def hubs(self):
        """Return {UID: name} of the hubs that can be asked."""
        book = storage.book()
        links = book.links.values() if book is not None else ()
        found = {one.uid: releasing.thing_by(one.uid) for one in links if one.state != rules.NEW}
        return {uid: hub.title for uid, hub in found.items() if hub is not None}

    def choices(self):
        return [
            {"value": uid, "title": title, "selected": uid == self.field("hub")}
            for uid, title in self.hubs.items()
        ]

    def ours(self):
        return [self.talk(said, answers) for said, answers in operations.ours()]

    def theirs(self):
        return [self.talk(said, answers) for said, answers in operations.theirs()]

    def talk(self, said, answers):
        return {**self.row(said), "answers": [self.row(one) for one in answers]}

    def row(self, said):
        whom = [self.hubs[uid] for uid in said.audience if uid in self.hubs]
        return {
            "id": said.id,
            "hub": said.hub,
            "from": self.hubs.get(said.hub, ""),
            "title": said.title,
            "html": said.html,
            "when": formatting.moment(said.when),
            "whom": ", ".join(whom) or _("share_all", default="all linked hubs"),
            "error": self.errors.get(said.id),
        }

    def post(self):
        if self.field("take"):
            operations.take_back(self.field("take"), self.userid)
            return self.done(TAKEN_BACK)
        text = self.field("text").strip()
        fits = 0 < len(text) <= operations.LONGEST_TEXT
        if self.field("item"):
            return self.answer(text) if fits else self.refuse({self.field("item"): NO_TEXT})
        title = " ".join(self.field("title").split())
        errors = {} if fits else {"text": NO_TEXT}
        if not 0 < len(title) <= operations.LONGEST_TITLE:
            errors["title"] = NO_TITLE
        if errors:
            return self.refuse(errors)
        chosen = self.field("hub")
        operations.ask(title, text, (chosen,) if chosen in self.hubs else (), self.userid)
        return self.done(ASKED)

    def answer(self, text):
        link = storage.link_of(self.field("hub"))
        said = operations.answer(link, self.field("item"), text, self.userid) if link else None
        return self.done(ANSWERED if said is not None else GONE)

    def refuse(self, errors):
        self.errors = errors
        self.request.response.setStatus(400)
        return self.template()

    def done(self, message):
        publishing.publish()
        return self.lead_to(self.url, message)
