Each space has a QR code to print (`@@qr-codes`, also as accessible PDF); it leads to a page where one checks in with one tap, or sees whether the place is free and books it at once.
