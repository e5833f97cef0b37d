"""Devices: a light list of what stands where, whose it is and who uses it.

Words: a *device* (Gerät) has an *inventory number* (Inventarnummer) that no other device has; its
*label* is its name with that number, as people write it into a ticket and as it is printed.
"""
