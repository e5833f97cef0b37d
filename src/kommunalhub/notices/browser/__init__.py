"""Pages of the notices: the list, the choices, muting a case, and the outbox for its keepers."""
