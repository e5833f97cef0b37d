"""The first people of a new administration: accounts with an invitation, and what is missing."""
