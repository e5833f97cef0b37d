The page of an application leads to its parts from the top; what stays earmarked stands with the money, before the way of the application.
