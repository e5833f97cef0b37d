Matching knows minor limits, the validity of programmes, first come first served, calls that open later and money of third parties.
