"""What the forms about money share; what operations refuse stands at its field."""

from kommunalhub.funding.applications.browser.forms import AboutApplication
from kommunalhub.funding.applications.browser.forms import ApplicationFormPage
from kommunalhub.funding.applications.browser.section import address
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.money.storage import book_of
from zExceptions import NotFound


class MoneyForm(AboutApplication):
    """A form about the money of an application, or about one row of its book.

    tree: name of the tree of the book in which the row is; at: where the page leads afterwards.
    """

    tree = None
    at = "mittelabrufe"
    #: The row that the form is about, None for a new one.
    row = None
    #: Names of fields that begin with today.
    begin_today = ()

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        if self.request.method == "GET":
            for name in self.begin_today:
                self.widgets[name].value = today().isoformat()

    @property
    def path(self):
        return f"{super().path}/{self.row['number']}" if self.row else super().path

    @property
    def number(self):
        return self.application.number

    @property
    def leave_url(self):
        return f"{address(self.context, self.application)}#{self.at}"

    def led(self, message):
        return self.leave_url, message

    def show_errors(self, errors):
        """Show at the form what belongs to none of its fields."""
        known = {name: text for name, text in errors.items() if name in self.widgets}
        super().show_errors(known)
        if not known:
            self.status = next(iter(errors.values()))


class Changing(MoneyForm):
    """A form that makes a row or, with its number, changes it."""

    def updateWidgets(self, prefix=None):
        if self.row is not None:
            self.ignoreContext = False
        super().updateWidgets(prefix)

    def getContent(self):
        return dict(self.row) if self.row is not None else self.context


class MoneyFormPage(ApplicationFormPage):
    """The page of such a form: @@form/<application>, @@form/<application>/<row>."""

    row_number = None

    def publishTraverse(self, request, name):
        if self.number is None:
            return super().publishTraverse(request, name)
        takes_rows = self.form.tree is not None
        if not takes_rows or self.row_number is not None or not name.isdecimal() or len(name) > 9:
            raise NotFound(name)
        self.row_number = int(name)
        return self

    def update(self):
        if self.form.tree is not None:
            tree = getattr(book_of(self.context, self.number or 0), self.form.tree)
            self.form_instance.row = tree.get(self.row_number or 0)
            needs_row = not issubclass(self.form, Changing) or self.row_number is not None
            if needs_row and self.form_instance.row is None:
                raise NotFound(str(self.row_number))
        super().update()
