"""Released pages are changed on a working copy („Arbeitskopie“), which is approved like any page.

A public page is changed in no other way by those who write: what the world reads has been seen by
two. See approvals/revisions.py for what a copy is, docs/decisions/working-copies.md for why.
"""
