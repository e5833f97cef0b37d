News have a lead picture with a text or marked as decoration, topics and a time on top; “Aktuelles” gathers them with filters, months and Atom feeds of what is public.
