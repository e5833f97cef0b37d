"""The administrations behind the hub: records, groups, computed roles."""
