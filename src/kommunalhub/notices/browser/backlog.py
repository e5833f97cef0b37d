"""The outbox for the management of the hub: what waits, what failed and why."""

from dataclasses import replace
from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.jobs import soon
from kommunalhub.lib.addresses import is_web_address
from kommunalhub.notices import outbox
from kommunalhub.notices import smtp
from kommunalhub.notices.address import address_of
from kommunalhub.notices.box import store_of
from kommunalhub.notices.delivery import send_letter
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.trial import trial_letter
from kommunalhub.notices.smtp import ITransport
from kommunalhub.security import hosts
from kommunalhub.security import settings
from kommunalhub.security.address import RECORD
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Unauthorized
from zope.component import queryUtility


SET_ADDRESS = "Plone Site Setup: Mail"
#: Seconds that somebody waits for the mail server when they try it out.
TEST_WAITS = 8
#: More are counted, not shown.
SHOWN = 200
STATES = {
    outbox.WAITING: _("mail_state_waiting", default="waiting"),
    outbox.SENDING: _("mail_state_sending", default="being sent"),
    outbox.PARKED: _("mail_state_parked", default="refused"),
}


class Backlog(OwnPage):
    """@@mail-backlog: waiting and refused mails, to try again or to discard; never their text."""

    template = ViewPageTemplateFile("templates/backlog.pt")
    address_problem = None

    @property
    def url(self):
        return f"{self.site_url}/@@mail-backlog"

    @cached_property
    def outbox(self):
        store = store_of(self.portal)
        return None if store is None else store.outbox

    @cached_property
    def mails(self):
        """All mails as rows: those that were refused first, then the longest waiting."""
        if self.outbox is None:
            return []
        rows = [self.row(mail_id, mail) for mail_id, mail in self.outbox.mails.items()]
        return sorted(rows, key=lambda row: (not row["is_parked"], row["id"]))

    def shown(self):
        return self.mails[:SHOWN]

    def row(self, mail_id, mail):
        return {
            "id": mail_id,
            "recipient": mail.letter.recipient,
            "subject": mail.letter.subject,
            "state": STATES[mail.state],
            "is_parked": mail.state == outbox.PARKED,
            "reason": mail.reason,
            "attempts": mail.attempts,
            "created": formatting.moment(mail.created),
            "next": "" if mail.state == outbox.PARKED else formatting.moment(mail.next_try),
        }

    def counts(self):
        parked = sum(row["is_parked"] for row in self.mails)
        return {"parked": parked, "waiting": len(self.mails) - parked}

    def server(self):
        """Return {reason, since, retry_at} of a mail server that does not answer, or None."""
        if self.outbox is None or not self.outbox.server.failures:
            return None
        server = self.outbox.server
        return {
            "reason": server.reason,
            "since": formatting.moment(server.since),
            "retry_at": formatting.moment(server.retry_at),
        }

    @property
    def can_send(self):
        return settings_of(self.portal) is not None

    @property
    def address(self):
        """The address that was typed, else the one that is set."""
        if self.address_problem:
            return self.field("address")
        return registry.read(RECORD) or ""

    @property
    def used_address(self):
        return address_of(self.portal)

    def may_set_address(self):
        """Tell whether the person may say where links in mails lead: those who set mail up."""
        return asking.may(SET_ADDRESS, self.portal)

    @property
    def is_printed(self):
        """Tell whether mails are printed instead, as in a demo."""
        return queryUtility(ITransport) is not None

    @property
    def own_address(self):
        return api.user.get_current().getProperty("email", "") or ""

    def post(self):
        if self.field("test"):
            return self.send_test()
        if self.field("save-address"):
            if not self.may_set_address():
                raise Unauthorized("Only for those who set mail up.")
            return self.save_address()
        now, ids = formatting.now(), [self.field("mail")]
        if self.field("retry-all") and self.outbox is not None:
            ids = list(self.outbox.mails)
        if self.outbox is None:
            return self.lead_to(self.url)
        if self.field("discard"):
            done = sum(self.outbox.discard(mail_id, now) for mail_id in ids)
            told = _("mail_discarded", default="The mail has been discarded.")
        else:
            done = sum(self.outbox.retry(mail_id, now) for mail_id in ids)
            soon.after_commit(self.portal, "mail")
            told = _("mail_retried", default="It is tried again now.")
        gone = _("mail_gone", default="This mail is no longer here, or is just being sent.")
        return self.lead_to(self.url, told if done else gone)

    def send_test(self):
        """Send a mail to who asks, at once, and tell in words what became of it."""
        settings = settings_of(self.portal)
        if settings is None or not self.own_address:
            return self.lead_to(self.url)
        letter = trial_letter(self.portal, self.userid, self.own_address, self.request)
        patient = replace(settings, timeout=TEST_WAITS)
        message, kind = result_of(lambda: send_letter(letter, patient))
        api.portal.show_message(message, self.request, type=kind)
        return self.lead_to(self.url)

    def save_address(self):
        address = self.field("address").strip().rstrip("/")
        if address and not is_web_address(address):
            self.request.response.setStatus(400)
            self.address_problem = _(
                "error_public_address",
                default="Please enter a whole address that begins with https:// or http://.",
            )
            return self.template()
        if not leads_here(self.request, address):
            self.request.response.setStatus(400)
            self.address_problem = _(
                "error_address_elsewhere",
                default="The site cannot be reached there from here: you are using ${host}. Please "
                "enter that address, or have the new one set up by who runs the server first.",
                mapping={"host": hosts.name_of(self.request)},
            )
            return self.template()
        api.portal.set_registry_record(RECORD, address)
        return self.lead_to(self.url, _("notice_preferences_saved", default="Saved."))


def result_of(send):
    """Call a function that sends a mail; return (message, kind of message) of what became of it."""
    try:
        send()
    except smtp.Refused as error:
        message = _(
            "mail_test_refused",
            default="The mail server answers, but refuses a mail to your address: ${reason}",
            mapping={"reason": str(error)},
        )
    except smtp.Delayed as error:
        message = _(
            "mail_test_delayed",
            default="The mail server answers, but does not take the mail at the moment: ${reason}",
            mapping={"reason": str(error)},
        )
    except smtp.ServerDown as error:
        message = _(
            "mail_test_down",
            default="The mail server cannot be reached or does not let the site in. Please check "
            "its name, port and log-in in the settings for e-mail. What was reported: ${reason}",
            mapping={"reason": str(error)},
        )
    else:
        message = _(
            "mail_test_sent",
            default="The mail server has taken the test mail. Please look into your mailbox; if "
            "nothing arrives, it was lost behind the server.",
        )
        return message, "info"
    return message, "error"


def leads_here(request, address):
    """Return whether who asks can still reach the site once this is its address.

    Otherwise one typing error keeps everybody out.
    """
    return hosts.is_name_for(
        request, hosts.name_of(request), {address, *settings.setting("further_hosts")}
    )
