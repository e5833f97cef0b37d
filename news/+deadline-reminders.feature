Whoever sees to a case is reminded of its grant deadlines before, on and after the day; what stays undone reaches the hub management after three days.
