"""Settings, markers and errors of signing in."""

from kommunalhub import _
from kommunalhub.security import lines
from zExceptions import HTTPTooManyRequests
from zope import schema
from zope.interface import Interface
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


PREFIX = "kommunalhub.security"

SECURE = SimpleVocabulary(
    [
        SimpleTerm("auto", "auto", _("secure_cookie_auto", default="When the page came by https")),
        SimpleTerm("always", "always", _("secure_cookie_always", default="Always")),
    ]
)


class ISourceNeeds(Interface):
    """A published view whose page loads what other pages may not, or is shown where others are not.

    Asked once for each answer, also for one that is taken from memory: without making the page.
    """

    def source_needs():
        """Return lines "directive source", as `policies.NEEDS` names them; () for nothing more.

        For example "img-src blob:", "media-src https://live.example.org" or, for who may show the
        page in a frame of theirs, "frame-ancestors https://www.example.org".
        """


class ISecuritySettings(Interface):
    """What a site may set, as registry records `kommunalhub.security.<name>`."""

    idle_minutes = schema.Int(
        title=_("label_idle_minutes", default="Minutes without a page until a session ends"),
        min=5,
        max=24 * 60,
        default=120,
    )
    max_hours = schema.Int(
        title=_("label_max_hours", default="Hours until a session ends at the latest"),
        min=1,
        max=7 * 24,
        default=12,
    )
    token_minutes = schema.Int(
        title=_("label_token_minutes", default="Minutes a token of the REST API is valid"),
        min=5,
        max=24 * 60,
        default=60,
    )
    secure_cookie = schema.Choice(
        title=_("label_secure_cookie", default="Send the session cookie by https only"),
        vocabulary=SECURE,
        default="auto",
    )
    hsts_days = schema.Int(
        title=_("label_hsts_days", default="Days browsers insist on https (0: do not ask for it)"),
        min=0,
        max=730,
        default=365,
    )
    min_password_length = schema.Int(
        title=_("label_min_password_length", default="Least number of characters of a password"),
        min=8,
        max=64,
        default=12,
    )
    free_attempts = schema.Int(
        title=_("label_free_attempts", default="Wrong passwords before a person has to wait"),
        min=3,
        max=50,
        default=5,
    )
    longest_wait_minutes = schema.Int(
        title=_("label_longest_wait_minutes", default="Longest wait in minutes"),
        min=1,
        max=60,
        default=15,
    )
    root_basic_auth = schema.Bool(
        title=_("label_root_basic_auth", default="Let Zope's root account in by HTTP Basic"),
        description=_(
            "help_root_basic_auth",
            default="For emergencies only: what is done with it is done by nobody in particular.",
        ),
        required=False,
        default=False,
    )
    webdav = schema.Bool(
        title=_("label_webdav", default="Let WebDAV in"),
        description=_(
            "help_webdav",
            default="For programs that open the hub like a folder; only holders of the permission"
            ' "WebDAV access" get in.',
        ),
        required=False,
        default=False,
    )
    embed_hosts = schema.Tuple(
        title=_("label_embed_hosts", default="Hosts whose contents texts may show"),
        description=_(
            "help_embed_hosts",
            default="One per line, as video.example.org. Frames of these hosts appear in texts"
            " after a click; all others are left out.",
        ),
        value_type=schema.TextLine(constraint=lines.is_host),
        required=False,
        default=(),
        missing_value=(),
    )
    live_hosts = schema.Tuple(
        title=_("label_live_hosts", default="Hosts from which livestreams may come"),
        description=_(
            "help_live_hosts",
            default="One per line, as live.example.org. Browsers may ask there (HLS by https) on"
            " the page of a livestream, while it runs and after a click; nowhere else.",
        ),
        value_type=schema.TextLine(constraint=lines.is_host),
        required=False,
        default=(),
        missing_value=(),
    )
    self_registration = schema.Bool(
        title=_("label_self_registration", default="External applicants may register"),
        required=False,
        default=True,
    )
    registration_hours = schema.Int(
        title=_("label_registration_hours", default="Hours the link in the mail is valid"),
        min=1,
        max=7 * 24,
        default=24,
    )
    registration_landing = schema.TextLine(
        title=_("label_registration_landing", default="Path of the page shown after registering"),
        required=False,
        default="co-working/antraege",
    )
    further_hosts = schema.Tuple(
        title=_("label_further_hosts", default="More names under which the site can be reached"),
        description=_(
            "help_further_hosts",
            default='One name per line, as "hub.intern". All other names are refused.',
        ),
        value_type=schema.TextLine(constraint=lines.is_own_name),
        required=False,
        default=(),
        missing_value=(),
    )
    extra_sources = schema.Tuple(
        title=_("label_extra_sources", default="More sources pages may load from"),
        description=_(
            "help_extra_sources",
            default='One per line, directive and address, as "frame-src https://video.example.org".',
        ),
        value_type=schema.TextLine(constraint=lines.is_source),
        required=False,
        default=(),
        missing_value=(),
    )


class TooManyRequests(HTTPTooManyRequests):
    """Too many wrong passwords or mails; `wait` says how many seconds to wait.

    The name matters: Zope finds the status 429 by it.
    """

    def __init__(self, message, wait):
        super().__init__(message)
        self.wait = wait
        self.setHeader("Retry-After", str(wait))


class RootAccountRefused(Exception):
    """Somebody came with the account of the Zope root."""


class UnknownHost(Exception):
    """Somebody asked for the site under a name that it does not have."""
