"""The questions of a workshop and their answers, with the sentences for what is wrong."""

from kommunalhub import _
from kommunalhub.core.kept import kept
from kommunalhub.core.messages import filled
from kommunalhub.workshops import questions


#: What is wrong with questions; ${number} counts them from 1.
QUESTION_ERRORS = {
    questions.WRONG_TITLE: _(
        "error_question_title",
        default="Question ${number}: please write it in up to 200 characters, in one line.",
    ),
    questions.WRONG_KIND: _(
        "error_question_kind",
        default="Question ${number}: please say how it is answered: text, choice or yesno.",
    ),
    questions.WRONG_ID: _(
        "error_question_id",
        default="Question ${number} needs an id of its own, of small letters and digits.",
    ),
    questions.WRONG_CHOICES: _(
        "error_question_choices",
        default="Question ${number}: please give 2 to 20 different answers to choose from, each "
        "up to 100 characters.",
    ),
    questions.WRONG_CONDITION: _(
        "error_question_condition",
        default="Question ${number} depends on an answer to an earlier question. That question "
        "has to stay before it, with that answer.",
    ),
    questions.WRONG_NUMBER: _(
        "error_question_many", default="At most 20 questions, please: shorter forms get answers."
    ),
}
ANSWER_ERRORS = {
    questions.MISSING: _("error_answer_missing", default="Please answer this question."),
    questions.NO_CHOICE: _(
        "error_answer_choice", default="Please choose one of the answers offered."
    ),
    questions.NO_YESNO: _("error_answer_yesno", default="Please answer yes or no."),
    questions.NO_TEXT: _("error_answer_text", default="Please answer with a text."),
    questions.TOO_LONG: _(
        "error_answer_long",
        default="At most ${most} characters, please.",
        mapping={"most": questions.LONGEST_ANSWER},
    ),
}
UNKNOWN = _("error_answer_unknown", default="There is no such question.")
YES_NO = {
    True: _("attended_yes", default="yes"),
    False: _("attended_no", default="no"),
    None: "",
}


def questions_of(workshop):
    """Return the Questions that a workshop asks, in order."""
    try:
        return questions.read(kept(workshop, "questions") or ())
    except questions.WrongQuestion:  # came in past the editor
        return ()


def sentence(wrong):
    """Return the sentence for a WrongQuestion."""
    message = QUESTION_ERRORS[wrong.code]
    return filled(message, number=wrong.number)


def checked(workshop, typed, before=()):
    """Return (answers as a Registration keeps them, {id: sentence})."""
    found, wrong = questions.checked(questions_of(workshop), typed, dict(before))
    return tuple(found.items()), {key: ANSWER_ERRORS[code] for key, code in wrong.items()}


def missing(workshop, one):
    """Return the Questions that a Registration has to be completed with."""
    return questions.missing(questions_of(workshop), dict(one.answers))


def remember(book, workshop, answers):
    """Keep the words in which something was asked beside its answers: they may change later."""
    titles = {one.id: one.title for one in questions_of(workshop)}
    asked = {key: titles[key] for key, _value in answers if key in titles}
    if asked.items() - book.asked.items():
        book.asked = {**book.asked, **asked}


def columns(workshop, book):
    """Return [(id, title)]: what is asked, then what was asked and answered once."""
    found = {one.id: one.title for one in questions_of(workshop)}
    return list({**found, **{k: v for k, v in book.asked.items() if k not in found}}.items())


def text_of(value):
    """Return an answer as people read it: a text, or a message for yes and no."""
    return YES_NO[value] if value is None or isinstance(value, bool) else value
