"""What a project has learned, handed over to where others look it up: the seam between the two.

An offer that has lessons to give (projects) asks for the utility; the one that keeps reports
(network) registers it. Neither knows the other.
"""

from zope.interface import Interface


class ILessonsTaker(Interface):
    """Utility: makes a report of experience of lessons.

    lessons: dict with title, description, what, for_whom, worked, went_wrong, again, contact
    (texts), cost (Decimal EUR or None), start, end (dates or None), theme_fields (tokens of
    `kommunalhub.project_fields`) and source (the UID of what they come from).
    """

    def may_take():
        """Return whether who asks may make reports."""

    def taken(source):
        """Return the brain of the report that came from this UID, None without one to see."""

    def is_taken(source):
        """Return whether a report came from this UID, whoever may see it."""

    def coarse(lessons):
        """Return [(label, text)] of what a report tells of cost and time: classes, no amounts."""

    def take(lessons, partner):
        """Return the report made of lessons, a draft of that administration; twice is once.

        Raises LookupError where one is there that who asks may not see.
        """
