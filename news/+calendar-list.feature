The calendar shows the dates of all offers by day, with filters for kind, administration, topic and access, as a month, as a file for calendars, and as a table.
