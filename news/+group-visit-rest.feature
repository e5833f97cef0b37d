Groups can be registered for a visit over REST as well: `POST <exhibit>/@group-visit`, under the same rules as the form.
