"""Write a table as CSV that spreadsheets open as it is meant, and of which none runs a formula."""

import csv
import io


MEDIA_TYPE = "text/csv"
#: What spreadsheets take for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_of(head, rows):
    """Return a table as bytes: UTF-8 with a mark, semicolons, as German Excel opens it.

    >>> csv_of(["Name"], [["=1+1"], ["Mia; Muster"]]).decode("utf-8-sig").splitlines()
    ['Name', "'=1+1", '"Mia; Muster"']
    """
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(text) for text in head])
    writer.writerows([harmless(text) for text in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def harmless(text):
    """Return a text that a spreadsheet shows and does not reckon.

    >>> harmless("@SUM(A1)"), harmless("Malente")
    ("'@SUM(A1)", 'Malente')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def as_meant(text):
    """Return a text without the mark that `harmless` put before it.

    >>> as_meant("'@SUM(A1)"), as_meant("'s Dorf")
    ('@SUM(A1)', "'s Dorf")
    """
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA) else text
