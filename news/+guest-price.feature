People without an account see what a time costs before they book it, the best other times where it is taken, and the way from a QR code to checking in.
