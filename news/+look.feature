The hub has a look of its own: one lean header, light and dark, on our pages and on Plone's.
