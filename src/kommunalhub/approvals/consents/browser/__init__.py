"""Consents on the page of a case, and their control panel."""
