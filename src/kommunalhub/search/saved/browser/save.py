"""@@save-search: keeps what the search page has just answered."""

from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.search import engine
from kommunalhub.search.saved import operations
from plone import api


class SaveSearch(OwnPage):
    """POST with `q`, the facets, `sort` and perhaps `title`; a GET leads to the saved ones."""

    def template(self):
        return self.lead_to(self.list_url)

    @property
    def list_url(self):
        return f"{self.site_url}/@@saved-searches"

    def post(self):
        form = self.request.form
        chosen = {name: _texts(form.get(name)) for name, _facet in engine.facets(False)}
        try:
            saved = operations.save(
                self.portal,
                self.userid,
                self.field("q"),
                chosen,
                self.field("sort"),
                self.field("title"),
            )
        except operations.NotSaved as error:
            api.portal.show_message(error.message, self.request, type="error")
            return self.lead_to(self.list_url)
        message = _(
            "saved_search_kept",
            default="Saved: “${title}”. You will be told of new hits.",
            mapping={"title": saved.title},
        )
        return self.lead_to(f"{self.list_url}#s-{saved.id}", message)


def _texts(value):
    values = value if isinstance(value, (list, tuple)) else [value]
    return [text for text in values if isinstance(text, str) and text]
