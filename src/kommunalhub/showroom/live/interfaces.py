"""What is set of a livestream: a behaviour of exhibits, with a form of its own."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.security.settings import setting
from kommunalhub.showroom.live import rules
from kommunalhub.showroom.validation import is_web_address
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.interface import invariant
from zope.interface import provider
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


SOURCE, NONE = "source", "none"
CAPTIONS = SimpleVocabulary(
    [
        SimpleTerm(SOURCE, SOURCE, _("live_captions_source", default="They come with the stream")),
        SimpleTerm(NONE, NONE, _("live_captions_none", default="There are none while it is live")),
    ]
)


def is_stream(value) -> bool:
    """Constraint: an address on a host that the operator has named."""
    host = rules.host_of(value)
    hosts = setting("live_hosts")
    if host is None:
        raise FieldError(
            _(
                "error_live_address",
                default="Please enter the whole address of the stream; it begins with https://.",
            )
        )
    if not hosts:
        raise FieldError(
            _(
                "error_live_no_hosts",
                default="So far livestreams may come from no server. Who operates the hub names "
                "them in the settings of signing in; please ask them to add ${host}.",
                mapping={"host": host},
            )
        )
    if host not in hosts:
        raise FieldError(
            _(
                "error_live_host",
                default="${host} is not among the servers from which livestreams may come: "
                "${hosts}. Please ask who operates the hub to add it.",
                mapping={"host": host, "hosts": ", ".join(hosts)},
            )
        )
    return True


@provider(IFormFieldProvider)
class ILive(model.Schema):
    """Set by the form „Livestream“ of an exhibit, and over REST; no other form asks for it."""

    directives.omitted("live_start", "live_end", "live_url", "live_captions", "live_elsewhere")
    live_start = schema.Datetime(
        title=_("label_live_start", default="It begins"),
        required=False,
    )
    live_end = schema.Datetime(
        title=_("label_live_end", default="It ends"),
        description=_(
            "help_live_end",
            default="As planned. Afterwards the page says that the recording follows; if it takes "
            "longer, change it while it is live.",
        ),
        required=False,
    )
    live_url = schema.TextLine(
        title=_("label_live_url", default="Address of the stream (HLS)"),
        description=_(
            "help_live_url",
            default="It begins with https:// and usually ends with .m3u8. The operator names the "
            "hosts from which livestreams may come. It may follow until it begins.",
        ),
        required=False,
        max_length=500,
        constraint=is_stream,
    )
    live_captions = schema.Choice(
        title=_("label_live_captions", default="Captions while it is live"),
        description=_(
            "help_live_captions", default="The page says so before anybody has to find out."
        ),
        vocabulary=CAPTIONS,
        default=NONE,
        required=False,
    )
    live_elsewhere = schema.TextLine(
        title=_("label_live_elsewhere", default="Where else it can be seen"),
        description=_(
            "help_live_elsewhere",
            default="Address of the same event at another provider. It is a link only, with a "
            "word on what who follows it tells the provider.",
        ),
        required=False,
        max_length=500,
        constraint=is_web_address,
    )

    @invariant
    def ends_after_it_begins(data):
        start = getattr(data, "live_start", None)
        end = getattr(data, "live_end", None)
        if not rules.is_in_order(start, end):
            raise FieldError(
                _(
                    "error_live_order",
                    default="Please choose an end after the beginning, at most a day later.",
                ),
                "live_end",
            )
