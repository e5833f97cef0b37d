"""Signing in, staying signed in, signing up, and what browsers are told about it.

Why it is built this way stands in docs/decisions/sign-in.md, what can be set in
docs/reference/security.md.
"""
