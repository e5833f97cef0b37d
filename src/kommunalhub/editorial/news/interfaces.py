"""What others may use of the news: the behaviour of a piece of news, and marks of places."""

from datetime import date
from kommunalhub import _
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Interface
from zope.interface import provider


#: Days that can be meant; others would be a slip, and calendars end somewhere.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)


class INewsSection(Interface):
    """Marks the folder `aktuelles`, which gathers the news of all administrations."""


@provider(IFormFieldProvider)
class INews(model.Schema):
    """What a piece of news has besides text and picture."""

    model.fieldset(
        "news",
        label=_("fieldset_news", default="Where it stands"),
        fields=["topics", "pinned_until"],
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = schema.Set(
        title=_("label_news_topics", default="Topics"),
        description=_("help_news_topics", default="People filter the news by them."),
        value_type=schema.Choice(vocabulary="kommunalhub.material_topics"),
        required=False,
    )
    pinned_until = schema.Date(
        title=_("label_news_pinned_until", default="On top until"),
        description=_(
            "help_news_pinned_until",
            default="Empty: it stands where its day puts it. Afterwards it goes there by itself.",
        ),
        required=False,
        min=FIRST_DAY,
        max=LAST_DAY,
    )
