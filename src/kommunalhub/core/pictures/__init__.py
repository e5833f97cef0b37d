"""Lead pictures with a text: behaviours `kommunalhub.picture`, `kommunalhub.lead_picture`."""
