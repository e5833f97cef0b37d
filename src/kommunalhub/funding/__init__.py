"""Fördermittelberatung: programmes that pay, and the consultations that lead to them.

Programme (Förderprogramm): one pot of money with its terms, checked against its source on a day.
Consultation (Fördermittelberatung): one project of an administration on its way to a grant.
"""
