"""The gallery of an exhibit: pictures in an order, brought many at once and described together."""
