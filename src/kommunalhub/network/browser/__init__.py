"""Pages of the network: for everybody, for who looks through what came, for the hub management."""
