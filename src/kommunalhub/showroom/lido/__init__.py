"""Public exhibits as LIDO, in which museums and portals of culture hand on what they show."""
