"""Whether the hub runs: one reading for the command, the address for monitoring and Mein Hub."""
