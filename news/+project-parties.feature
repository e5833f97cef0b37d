Partners can join a running project and leave it: „Beteiligte ändern“ asks all partners for their consent, and those who are to join.
