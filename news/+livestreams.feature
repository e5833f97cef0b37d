Livestreams say before, during and after the right thing by the clock, come from hosts that the operator names and only after a click, stand in the calendar, and make room for their recording.
