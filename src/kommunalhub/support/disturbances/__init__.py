"""Disturbances: what does not work for many is said once, to all of them, until it is over.

Words: a *disturbance* (Störungsmeldung) *concerns* some administrations or everybody, and *runs*
from one moment to another. Who says „Mich betrifft es auch“ *follows* it. The *board* holds what
stands on pages.
"""
