"""Textbausteine: recurring parts of applications, kept by consultants, found while somebody writes.

A block is plain text, so nothing in it can be anything but text. Blocks stand in a store beside the
site's content: they have no state, no page and no owner of their own.
"""
