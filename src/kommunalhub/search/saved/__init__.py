"""Saved searches: what a person asks for again and again, and is told of when there is more.

Looking for new hits happens with the person's own rights, so a search never tells of a thing they
may not see. What becomes of new hits is the business of whoever hears `interfaces.NewHits`.
"""
