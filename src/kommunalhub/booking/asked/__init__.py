"""Bookings that have to be approved („vorgemerkt“): a small case of approvals asks for them.

A *request* is a case with one booking, or all dates of a series. The bookings hold their times from
the moment they are asked for; granting confirms them, refusing frees them. Inbox, due dates,
substitution and journal are those of every case. See docs/decisions/booking-requests.md.
"""
