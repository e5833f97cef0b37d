"""Colleagues of three administrations comment on an offer to visit one of them."""

from kommunalhub.editorial.talk import operations


PLACE, KIND = "partner/malente/hospitieren", "talk"
#: (working days back, who, what)
SAID = (
    (2, "lensahn-mitarbeit", "Ich war im Herbst in Malente und habe viel mitgenommen."),
    (1, "oldenburg-mitarbeit", "Geht das auch an zwei einzelnen Tagen?"),
    (1, "malente-redaktion", "Ja, auch an zwei einzelnen Tagen. Bitte vorher kurz anrufen."),
    (0, "lensahn-pruefung", "Wer fährt am Donnerstag mit?"),
)
HELPFUL = ("lensahn-mitarbeit", "oldenburg-mitarbeit")


def play(stage):
    """Let people say what they have not said yet; return how many comments there are."""
    page = stage.portal.unrestrictedTraverse(PLACE, None)
    if page is None or stage.record.has(KIND, PLACE):
        return len(SAID)
    page.talk_allowed = True
    page.reindexObject()
    for place, (ago, who, words) in enumerate(SAID):
        moment = stage.calendar.moment(stage.calendar.workday(ago), place + 9)
        with stage.as_person(who, moment):
            operations.comment(page, words)
            if who in HELPFUL:
                operations.find_helpful(page, True)
    stage.record.note(KIND, PLACE, page)
    return len(SAID)
