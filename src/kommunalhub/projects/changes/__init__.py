"""Changes of what the partners agreed on: small ones at once, others once all have agreed again."""
