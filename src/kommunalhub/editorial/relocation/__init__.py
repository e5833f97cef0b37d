"""Pages are moved, renamed and thrown away by who may throw them away."""
