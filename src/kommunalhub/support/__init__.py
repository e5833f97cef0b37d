"""IT support: tickets, the service clock, and answers before the ticket.

Words: a *ticket* (Meldung) says what does not work. The *promise* (Servicezusage) says within how
much service time there is a first word, the next word and a solution.
"""
