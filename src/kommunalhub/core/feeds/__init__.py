"""Calendars behind private addresses that can be taken back; offers say what stands in them.

An offer registers a named utility (interfaces.IFeed) and a page that gives the address
(browser.SubscriptionPage); what is behind an address is asked each time as its person.
"""
