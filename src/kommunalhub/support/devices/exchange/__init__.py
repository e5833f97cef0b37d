"""The list of devices as a table, see core/exchange."""
