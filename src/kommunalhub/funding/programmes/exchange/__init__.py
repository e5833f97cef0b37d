"""The library of programmes as a table, see core/exchange."""
