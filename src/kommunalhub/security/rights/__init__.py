"""Who may do what, compared with the list of what is meant: site.toml, states.toml, services.toml.

What Plone and add-ons give on top of it shows: in the tests, and on a running site with
`kommunalhub rights`. See docs/reference/rights.md, which is made from these files.
"""
