"""What support keeps of somebody, for themselves (Art. 15 GDPR), see docs/decisions/own-data.md.

`reading.py` finds it, for a page, a file and REST alike. Own words stand there in full, of others'
only that there were any: whoever may read those reads them on the page of the ticket.
"""
