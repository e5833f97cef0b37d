"""Copies of what other hubs share: released, shown, taken away."""
