"""Pages of what support has learnt."""
