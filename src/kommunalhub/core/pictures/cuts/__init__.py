"""What of a picture is shown: the original stays, its cut is data. Behaviour `kommunalhub.cut`."""
