"""The status report of a month: written by the lead in two minutes, kept as it was written."""
