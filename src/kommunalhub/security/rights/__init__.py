"""Who may do what, compared with the list of what is meant: site.toml and services.toml
here, rights.toml of each offer.

What Plone and add-ons give on top of it shows: in the tests, and on a running site with
`kommunalhub rights`. See docs/reference/rights.md, which is made from these files.
"""
