"""@@textbaustein of support: the form for a text block, for those who answer tickets."""

from kommunalhub.core.forms.page import page_of
from kommunalhub.core.textblocks.pages import TextBlockForm
from kommunalhub.core.textblocks.pages import TextBlockFormPage
from kommunalhub.core.textblocks.shelves import shelf_at
from zExceptions import Forbidden


class OfAnswers(TextBlockFormPage):
    """Nobody else keeps them; the permission on the section is everybody's."""

    def update(self):
        if not shelf_at(self.context).may_keep():
            raise Forbidden("textbaustein")
        super().update()


AnswerBlockPage = page_of(TextBlockForm, OfAnswers)
