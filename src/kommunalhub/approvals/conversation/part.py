"""What questions and answers add to a case."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.approvals.conversation.access import may
from kommunalhub.approvals.conversation.questions import open_questions
from kommunalhub.approvals.journal.entries import ANSWER
from kommunalhub.approvals.journal.entries import MESSAGE


class ConversationPart(CasePart):
    """Lists and conditions know the newest question that is open; its answer takes documents."""

    def known(self):
        questions = open_questions(self.case)
        return {"question": questions[-1]["seq"]} if questions else {}

    def asks_for_documents(self):
        if open_questions(self.case):
            return bool(may(self.case, ANSWER))
        return bool(may(self.case, MESSAGE))
