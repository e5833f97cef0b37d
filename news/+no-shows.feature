Bookings that nobody came for are counted for the hub management alone, for as long as it sets (90 days), and forgotten by `kommunalhub tick`.
