"""Dates: one calendar of all offers, and events whose dates are a stored list.

Words: an *event* is a page of an administration; a *date* is one time at which it takes place. It
is planned, moved, called off or over. Offers give their dates through core/agenda.
"""
