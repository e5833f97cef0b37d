The hub itself stands in the list and on the map of the hubs, from its settings: name, theme, region, contact and where it lies.
