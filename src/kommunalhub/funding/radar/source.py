"""What `notices` says of programmes that the radar found."""

from kommunalhub import _
from kommunalhub.funding.radar import operations
from kommunalhub.funding.radar import said
from kommunalhub.funding.radar import storage
from kommunalhub.funding.radar.languages import SiteLanguage
from kommunalhub.notices.interfaces import IFindSource
from zope.interface import implementer


PAGE = "foerderung/@@foerderradar"


@implementer(IFindSource)
class RadarFinds:
    """Programmes that fit the profile of an administration or a person."""

    title = _("notice_title_radar", default="Funding radar")
    why = _("notice_why_radar", default="You hear of this profile of the funding radar.")
    why_many = _("mail_radar_why", default="You hear of these profiles of the funding radar.")
    gone = _("notice_radar_gone", default="These programmes cannot be read any more.")
    page = PAGE
    to_page = _("mail_to_radar", default="Pause or delete profiles, or hear of them no more")

    def path(self, address):
        return f"{PAGE}/{address}"

    def subject(self, titles):
        if len(titles) == 1:
            mapping = {"title": titles[0][:100]}
            return _(
                "mail_subject_radar_one",
                default="New in the funding radar: ${title}",
                mapping=mapping,
            )
        return _("mail_subject_radar", default="New in the funding radar")

    def count_text(self, count, title):
        mapping = {"count": count, "title": title}
        if count == 1:
            return _(
                "notice_radar_one",
                default="One programme that is new or has changed fits “${title}”.",
                mapping=mapping,
            )
        return _(
            "notice_radar",
            default="${count} programmes that are new or have changed fit “${title}”.",
            mapping=mapping,
        )

    def is_wanted(self, portal, userid, id):
        profile = storage.radar_of(portal).profiles.get(int(id))
        if profile is None or profile.is_paused:
            return False
        return userid in operations.listeners_of(profile)

    def reasons(self, portal, id, uids):
        profile = storage.radar_of(portal).profiles.get(int(id))
        if profile is None:
            return {}
        language = SiteLanguage()
        return {
            match.uid: [
                said.news_text(profile.news.get(match.uid), language),
                *(f"{one['sign_title']} {one['text']}" for one in said.reasons_of(match, language)),
            ]
            for match, _brain in operations.fitting(profile)
            if match.uid in uids
        }
