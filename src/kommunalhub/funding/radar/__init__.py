"""Förderradar: what an administration or a person looks for, and is told of when it is there.

A profile says topics, area, applicant and cost; a job compares it with the catalogue whenever that
has changed. What is told, how and when is the business of `notices`, as for saved searches.
"""
