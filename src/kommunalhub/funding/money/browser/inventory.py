"""What stays earmarked on the page of an application, and its forms."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.forms.page import page_of
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.money import figures
from kommunalhub.funding.money.browser import schemas
from kommunalhub.funding.money.browser.forms import Changing
from kommunalhub.funding.money.browser.forms import MoneyForm
from kommunalhub.funding.money.browser.forms import MoneyFormPage
from kommunalhub.funding.money.browser.parts import MoneyPart
from kommunalhub.funding.money.inventory import operations as inventory
from kommunalhub.funding.money.inventory import rules
from kommunalhub.funding.money.storage import thing_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.browser.checkbox import SingleCheckBoxFieldWidget
from z3c.form.field import Fields


class Earmarked(MoneyPart):
    """What was bought with the grant and has to serve its purpose."""

    order = 85
    id = "zweckbindung"
    title = _("heading_earmarked", default="Earmarked things")
    template = ViewPageTemplateFile("templates/inventory.pt")

    def rows(self):
        found = []
        thresholds = figures.thresholds()
        for row in self.book.things.values():
            rule = rules.threshold_of(thresholds, row["bought_on"], row["price"])
            gone = row["disposed"]
            found.append(
                {
                    "title": row["title"],
                    "number": row["inventory_number"],
                    "place": row["place"],
                    "bought_on": formatting.day(row["bought_on"]),
                    "price": formatting.money(row["price"]),
                    "until": formatting.day(row["until"]),
                    "is_bound": rules.is_bound(thing_of(row), today()),
                    "gone": gone and formatting.day(gone["day"]),
                    "why": gone and gone["why"],
                    "early": bool(gone and gone["early"]),
                    "rule": rule and rule.source,
                    "url": self.link("inventar-eintrag", row["number"]),
                    "gone_url": self.link("inventar-abgang", row["number"]),
                }
            )
        return found

    def add_url(self):
        return self.link("inventar-eintrag")


class ThingForm(Changing):
    """@@inventar-eintrag/<application>, @@inventar-eintrag/<application>/<thing>."""

    tree = "things"
    at = "zweckbindung"
    fields = Fields(schemas.IThing)

    @property
    def label(self):
        if self.row is None:
            return _("heading_add_thing", default="Enter something that stays earmarked")
        return _("heading_change_thing", default="Change what is listed")

    def act(self, data):
        if self.row is None:
            inventory.add(self.context, self.number, data)
        else:
            inventory.change(self.context, self.number, self.row["number"], data)
        return self.led(_("message_thing_saved", default="It is listed."))


class DisposeThing(MoneyForm):
    """@@inventar-abgang/<application>/<thing>."""

    tree = "things"
    at = "zweckbindung"
    fields = Fields(schemas.IDispose)
    fields["anyway"].widgetFactory = SingleCheckBoxFieldWidget
    label = _("heading_dispose_thing", default="It is gone")
    begin_today = ("day",)

    @property
    def description(self):
        until = formatting.day(self.row["until"])
        if not until:
            return self.row["title"]
        return _(
            "dispose_thing_about",
            default="${title} is earmarked until ${day}.",
            mapping={"title": self.row["title"], "day": until},
        )

    def act(self, data):
        inventory.dispose(self.context, self.number, self.row["number"], data)
        return self.led(_("message_thing_disposed", default="It is noted that it is gone."))


ThingPage = page_of(ThingForm, MoneyFormPage)
DisposeThingPage = page_of(DisposeThing, MoneyFormPage)
