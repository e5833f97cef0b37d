"""Tours from scene to scene: one graph, told in words and shown all around."""
