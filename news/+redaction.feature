What tells who somebody is in a text – names in any spelling, addresses, numbers – is found by one mechanism, so that solved cases can teach the next ones.
