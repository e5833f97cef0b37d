"""Services: notices and how a person wants to be told."""
