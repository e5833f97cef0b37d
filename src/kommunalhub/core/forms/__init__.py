"""Forms: one shell and one set of fields for all that people fill in.

A z3c.form form takes `HubForm` as its first base and `HubFormPage` (or `page_of(form)`) as its
page. It is then drawn field by field from `fields.py` with hints, errors and groups tied to what
they belong to; a form without an editor loads no script or style of Plone's. Each form that was
drawn carries a slip (`slips.py`): with it nothing is made twice and nothing typed is lost when a
session ends.
"""
