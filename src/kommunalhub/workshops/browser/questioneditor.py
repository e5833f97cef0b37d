"""@@fragen: what a trainer asks those who register; one question is changed at a time."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.workshops import answering
from kommunalhub.workshops import course
from kommunalhub.workshops import questions
from kommunalhub.workshops import storage
from kommunalhub.workshops.browser.asking import condition_of
from kommunalhub.workshops.browser.asking import YES_NO
from kommunalhub.workshops.questions import WrongQuestion
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from uuid import uuid4


NEW = "new"
KINDS = (
    (questions.TEXT, _("question_kind_text", default="a text")),
    (questions.YESNO, _("question_kind_yesno", default="yes or no")),
    (questions.CHOICE, _("question_kind_choice", default="one of several answers")),
)
#: At which field what is wrong with a question is said.
FIELD_OF = {
    questions.WRONG_TITLE: "title",
    questions.WRONG_CHOICES: "choices",
    questions.WRONG_CONDITION: "condition",
}
LONGEST_FIELD = 4000


class QuestionEditor(OwnPage):
    """All questions in order, each with a form of its own, and one for a new question."""

    template = ViewPageTemplateFile("templates/questioneditor.pt")
    kinds = KINDS
    #: The question whose form is shown again with what was typed, and what is wrong with it.
    typed_id = None
    typed = {}
    error = None
    error_field = ""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @cached_property
    def found(self):
        return answering.questions_of(self.context)

    @property
    def may_add(self):
        return len(self.found) < questions.MOST

    def rows(self):
        """Return the questions as they are shown, with how many have answered each."""
        asked = {one.id: one for one in self.found}
        counts = {key: 0 for key in asked}
        for registration in storage.book_of(self.context).all():
            for key, _value in registration.answers:
                if key in counts:
                    counts[key] += 1
        last = len(self.found)
        return [
            {
                "id": one.id,
                "number": number,
                "title": one.title,
                "kind": dict(KINDS)[one.kind],
                "choices": one.choices,
                "needed": one.needed,
                "condition": condition_of(one, asked),
                "answers": counts[one.id],
                "is_first": number == 1,
                "is_last": number == last,
                "form": self.form_of(one, self.found[: number - 1]),
            }
            for number, one in enumerate(self.found, 1)
        ]

    def new_form(self):
        return self.form_of(questions.Question(NEW, ""), self.found)

    def form_of(self, one, earlier):
        """Return the values of the form for a question."""
        values = {
            "title": one.title,
            "kind": one.kind,
            "choices": "\n".join(one.choices),
            "needed": one.needed,
            "condition": f"{one.when}={one.equals}" if one.when else "",
        }
        is_typed = self.typed_id == one.id
        values |= self.typed if is_typed else {}
        return {
            **values,
            "id": one.id,
            "error": self.error if is_typed else None,
            "field": self.error_field if is_typed else "",
            "conditions": [
                {
                    "value": f"{other.id}={value}",
                    "question": other.title,
                    "answer": YES_NO.get(value, value),
                    "checked": values["condition"] == f"{other.id}={value}",
                }
                for other in earlier
                for value in other.values
            ],
        }

    def post(self):
        acts = {"save": self.save, "up": self.up, "down": self.down, "remove": self.remove}
        act = acts.get(self.field("act"))
        self.key = self.field("id")
        if act is None:
            return self.lead_to(self.url)
        try:
            changed = act()
        except KeyError:  # another window has removed it
            return self.lead_to(self.url)
        except WrongQuestion as wrong:
            return self.refuse(wrong, act == self.save)
        if changed != self.found:
            course.ask(self.context, changed)
            api.portal.show_message(
                _("done_questions", default="The questions are saved."), self.request
            )
        return self.lead_to(f"{self.url}#frage-{self.key}")

    def refuse(self, wrong, is_typed):
        """Show the page again and say what is wrong, at its field where it is one."""
        self.request.response.setStatus(400)
        self.error = answering.sentence(wrong)
        if is_typed:
            self.typed_id = self.field("id") or NEW
            self.error_field = FIELD_OF.get(wrong.code, "")
        return self.template()

    def up(self):
        return questions.moved(self.found, self.key, -1)

    def down(self):
        return questions.moved(self.found, self.key, 1)

    def remove(self):
        return questions.without(self.found, self.key)

    def save(self):
        """Return the questions with what was typed for one."""
        self.typed = {
            "title": self.field("title"),
            "kind": self.field("kind"),
            "choices": self.field("choices")[:LONGEST_FIELD],
            "needed": bool(self.field("needed")),
            "condition": self.field("condition"),
        }
        if self.key == NEW:
            self.key = uuid4().hex[:8]
        elif self.key not in [one.id for one in self.found]:
            raise KeyError(self.key)
        when, _equals, equals = self.typed["condition"].partition("=")
        values = {
            "id": self.key,
            "title": " ".join(self.typed["title"].split()),
            "kind": self.typed["kind"],
            "choices": [c.strip() for c in self.typed["choices"].splitlines() if c.strip()],
            "needed": self.typed["needed"],
            "when": when,
            "equals": equals,
        }
        data = questions.plain(self.found)
        places = [at for at, one in enumerate(data) if one["id"] == self.key]
        if places:
            data[places[0]] = values
        else:
            data.append(values)
        return questions.read(data)
