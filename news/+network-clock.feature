A link that fails since the clocks of two hubs differ says so, and each link says when the hub is asked again.
