"""GET, POST and DELETE @conversation on a case."""

from base64 import b64decode
from binascii import Error as NotBase64
from io import BytesIO
from kommunalhub import _
from kommunalhub.approvals.answers.errors import answer as error_answer
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.case.actor import visible_entries
from kommunalhub.approvals.conversation import operations
from kommunalhub.approvals.conversation import rules
from kommunalhub.approvals.conversation.access import may
from kommunalhub.approvals.conversation.questions import open_questions
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import ICameBy
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import UploadRefused
from kommunalhub.core import asking
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.paths import NumberInPath
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import BadRequest
from zExceptions import Forbidden
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.component import queryAdapter
from zope.i18n import translate
from zope.interface import alsoProvides


NAMES = ("seq", "when", "actor", "kind", "action", "comment", "fields")
MOST_FILES = 20
WEB = "web"
NO_QUESTION = _("error_question_number", default="This must be the number of a question.")
NO_ENTRY = _("error_entry_number", default="This must be the number of an entry.")


class ConversationGet(Service):
    """{entries, open, may}: what was said, oldest first; numbers of the open questions."""

    def reply(self):
        refuse_strangers(self.context, self.request)
        return conversation_of(self.context)


def refuse_strangers(case, request):
    """Raise Unauthorized or Forbidden for who does not take part in a case."""
    if not is_involved(case):
        message = _(
            "error_journal_not_yours",
            default="The journal is for those who take part in the case.",
        )
        said = translate(message, context=request)
        raise Unauthorized(said) if asking.is_anonymous() else Forbidden(said)


def conversation_of(case):
    """Return what was said as clients know it: {entries, open, may}."""
    open_ = [question["seq"] for question in open_questions(case)]
    came_by = queryAdapter(case, ICameBy)
    return {
        "@id": f"{case.absolute_url()}/@conversation",
        "entries": [
            {**{name: entry[name] for name in NAMES}, "channel": channel_of(came_by, entry)}
            for entry in visible_entries(case, IJournal(case))
            if entry["kind"] in rules.KINDS
        ],
        "open": open_,
        "may": [
            kind for kind in rules.KINDS if may(case, kind) and (open_ or kind != rules.ANSWER)
        ],
    }


def channel_of(came_by, entry):
    """Return how something was said; on the page and over REST are told apart by nobody."""
    came = came_by(entry["seq"]) if came_by is not None else None
    return WEB if came is None else came["channel"]


class ConversationPost(Service):
    """{kind: question|answer|message|note, text, question, heard, files: [{filename, data}]}.

    data: base64. heard: the number of the last entry that the person has read, for messages.
    """

    def reply(self):
        refuse_strangers(self.context, self.request)
        data = body_of(self.request)
        kind, text = text_of(data, "kind", self.request), text_of(data, "text", self.request)
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        try:
            self.say(kind, text, data)
        except LookupError as error:
            raise NotFound("question") from error
        except UploadRefused as refused:
            said = [translate(text, context=self.request) for text in refused.problems]
            raise BadRequest([{"field": "files", "message": text} for text in said]) from refused
        except ApprovalError as error:
            return error_answer(error, self.request)
        self.request.response.setStatus(201)
        return conversation_of(self.context)

    def say(self, kind, text, data):
        if kind == rules.QUESTION:
            operations.ask(self.context, text)
        elif kind == rules.ANSWER:
            number = self.number(data, "question", NO_QUESTION)
            operations.answer(self.context, text, self.files(data), number)
        elif kind == rules.MESSAGE:
            heard = self.number(data, "heard", NO_ENTRY)
            operations.write_message(self.context, text, self.files(data), heard)
        elif kind == rules.NOTE:
            operations.write_note(self.context, text)
        else:
            message = _("error_kind", default="This must be question, answer, message or note.")
            raise wrong("kind", message, self.request)

    def number(self, data, name, message):
        """Return a number that was sent, None where none was."""
        number = data.get(name)
        if number is not None and (not isinstance(number, int) or isinstance(number, bool)):
            raise wrong(name, message, self.request)
        return number

    def files(self, data):
        """Return what was sent as uploads."""
        sent = data.get("files") or []
        message = _(
            "error_files_expected",
            default="This must be a list of files with filename and data (base64).",
        )
        if not isinstance(sent, list) or len(sent) > MOST_FILES:
            raise wrong("files", message, self.request)
        uploads = []
        for file in sent:
            try:
                upload = BytesIO(b64decode(file["data"], validate=True))
                upload.filename = str(file["filename"])
            except (TypeError, KeyError, ValueError, NotBase64) as error:
                raise wrong("files", message, self.request) from error
            uploads.append(upload)
        return uploads


class ConversationDelete(NumberInPath, Service):
    """DELETE @conversation/<seq>: takes an open question back."""

    def reply(self):
        if self.number is None:
            raise NotFound("question")
        body_of(self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            operations.withdraw(self.context, self.number)
        except LookupError as error:
            raise NotFound("question") from error
        except ApprovalError as error:
            return error_answer(error, self.request)
        return self.reply_no_content()
