"""Short names: the last part of an address, checked at one place whatever channel they come by."""
