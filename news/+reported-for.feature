Whom a ticket is reported for, named by name or e-mail address, reads it, answers and gets the same letters as who wrote it.
