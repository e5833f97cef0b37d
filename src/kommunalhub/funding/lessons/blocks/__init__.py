"""Textbausteine: recurring parts of applications, kept by consultants; see core/textblocks."""
