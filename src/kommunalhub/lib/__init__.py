"""Plain Python without Plone: money and the working-day clock."""
