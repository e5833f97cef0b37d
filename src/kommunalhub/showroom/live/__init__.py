"""Livestreams: what an exhibit says before, during and after, by the clock of the server.

announced → live → the recording follows → available. The stream comes by HLS from a host that the
operator has named, and only after a click; the recording takes the same address. What is set stands
on the exhibit (behaviour `kommunalhub.live`), the recording is its first film. See
docs/decisions/livestream.md.
"""
