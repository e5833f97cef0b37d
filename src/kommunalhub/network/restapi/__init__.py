"""REST services of the network: what other hubs ask for, as docs/reference/exchange.md says."""
