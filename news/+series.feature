Several dates are booked at once, with a look at each before; part of a series is changed or cancelled, and a holiday cancels what lies in it.
