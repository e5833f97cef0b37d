"""@@rueckmeldung: say how it was, once; @@auswertung: what all said, and comments to release."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.tools import site_url
from kommunalhub.workshops import operations as registering
from kommunalhub.workshops.browser.outsiders import WorkshopPage
from kommunalhub.workshops.evaluation import operations
from kommunalhub.workshops.evaluation import rules
from kommunalhub.workshops.evaluation import storage
from kommunalhub.workshops.evaluation import words
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Evaluate(WorkshopPage):
    """For those who were there: by account on the workshop, else by the link of the mail."""

    index = ViewPageTemplateFile("templates/evaluate.pt")
    values = {"comment": "", "ratings": {}}

    @property
    def url(self):
        return f"{site_url()}/@@{self.__name__}" if self.key else super().url

    @cached_property
    def one(self):
        return operations.registration_of(self.context, self.key)

    @property
    def state(self):
        return operations.state_for(self.context, self.one)

    def questions(self):
        """Return the statements with their answers, as radios."""
        return [
            {
                "name": f"r-{name}",
                "title": title,
                "error": self.errors.get(name),
                "options": [
                    {
                        "value": str(value),
                        "title": said,
                        "checked": self.values["ratings"].get(name) == str(value),
                    }
                    for value, said in words.VALUES
                ],
            }
            for name, title in words.STATEMENTS.items()
        ]

    def receive(self):
        if self.state != operations.OPEN:
            return
        ratings = {name: self.sent(f"r-{name}") for name in rules.STATEMENTS}
        self.values = {"comment": self.sent("comment"), "ratings": ratings}
        try:
            sheet = rules.sheet_of(**self.values)
        except rules.WrongSheet as error:
            self.errors = {error.field: words.wrong(error)}
            return
        operations.answer(self.context, self.one, sheet)


class Results(OwnPage):
    """What was said, for whoever may view the workshop and is signed in."""

    template = ViewPageTemplateFile("templates/results.pt")
    least = rules.LEAST
    values = words.VALUES

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @cached_property
    def sheets(self):
        return storage.answers_to(self.context.UID()).all()

    @cached_property
    def may_manage(self):
        return registering.may_manage(self.context)

    @cached_property
    def results(self):
        return rules.results(list(self.sheets.values()))

    def rows(self):
        return [
            {
                "title": words.STATEMENTS[one.statement],
                "mean": f"{one.mean}".replace(".", ","),
                "counts": list(reversed(one.counts)),
            }
            for one in self.results
        ]

    def picture(self):
        return words.picture(self.results, self.request)

    def comments(self):
        found = rules.comments(self.sheets, self.may_manage)
        return [{"key": key, "text": one.comment, "is_shown": one.is_shown} for key, one in found]

    def post(self):
        acts = {"show": True, "hide": False}
        if self.may_manage and self.field("act") in acts and len(self.sheets) >= rules.LEAST:
            try:
                operations.release(self.context, self.field("id"), acts[self.field("act")])
            except KeyError:
                return self.lead_to(self.url)
            return self.lead_to(
                f"{self.url}#comment-{self.field('id')}",
                _("done_comment", default="This is noted."),
            )
        return self.lead_to(self.url)
