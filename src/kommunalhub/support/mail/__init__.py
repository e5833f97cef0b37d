"""Tickets by mail: what comes in, whom it is from, which ticket it belongs to; and what goes out.

An accepted mail ends as one article of a ticket or as one parked item with a reason. `From` only
claims; who somebody is says a mark that was signed for them, together with their address.
"""
