"""The time of the demo: lets real verbs happen on earlier days, in this thread only."""

from contextlib import contextmanager
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kommunalhub.core import formatting
from kommunalhub.lib.workdays import add_workdays
from kommunalhub.lib.workdays import is_workday
from kommunalhub.lib.workdays import subtract_workdays
from threading import get_ident


OPENING = time(8, 40)
PAUSE = timedelta(minutes=27)
MINUTE = timedelta(minutes=1)
ONE_DAY = timedelta(days=1)


@contextmanager
def at(moment):
    """Let `formatting.now`, the one place that reads the clock, answer `moment` to this thread."""
    builder, real = get_ident(), formatting.now

    def now():
        return moment if get_ident() == builder else real()

    formatting.now = now
    try:
        yield
    finally:
        formatting.now = real


class Calendar:
    """Days counted from the moment at which the demo is built, in Europe/Berlin."""

    def __init__(self, now):
        self.now = now
        self.today = formatting.to_local(now).date()

    def workday(self, ago):
        """Return the working day `ago` working days back; 0 is today or the one before it."""
        day = self.today
        while not is_workday(day):
            day -= ONE_DAY
        for _number in range(ago):
            day -= ONE_DAY
            while not is_workday(day):
                day -= ONE_DAY
        return day

    def workday_from_today(self, number):
        """Return the working day so many ahead; 0 is today or the next, -1 the one before that."""
        step = add_workdays if number >= 0 else subtract_workdays
        return step(add_workdays(self.today, 0), abs(number))

    def moment(self, day, count=0):
        """Return the `count`th moment of a working day in UTC, never one to come."""
        start = datetime.combine(day, OPENING, tzinfo=formatting.BERLIN)
        return min((start + count * PAUSE).astimezone(UTC), self.now)

    def day_due(self, service_days, due_in):
        """Return the last day on which a step had to begin to be due in `due_in` working days.

        service_days: working days of the step. due_in: 0 is today, negative is overdue.
        """
        target = self.workday(-due_in) if due_in < 0 else add_workdays(self.today, due_in)
        day = self.today
        while not (is_workday(day) and add_workdays(day, service_days) <= target):
            day -= ONE_DAY
        return day

    def day(self, offset):
        """Return the calendar day `offset` days from today."""
        return self.today + timedelta(days=offset)

    def next_yearly(self, month_and_day):
        """Return the next day "MM-DD" from today on."""
        month, day = (int(part) for part in month_and_day.split("-"))
        this_year = self.today.replace(month=month, day=day)
        if this_year >= self.today:
            return this_year
        return this_year.replace(year=this_year.year + 1)
