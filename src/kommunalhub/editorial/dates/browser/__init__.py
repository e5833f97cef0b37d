"""The calendar, its files, and the page of an event."""
