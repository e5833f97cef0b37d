Notices that say De-minimis are checked against the ledger and entered in it in one step; what would exceed is refused with the rule and what is free.
