"""What the hub management sets for support, with the effect on open tickets seen before saving."""
