"""What the hub management reports: how full the spaces were, and what is to be paid for them."""
