"""What the variants are called."""

from kommunalhub import _
from kommunalhub.editorial.variants import rules


TITLES = {
    rules.STANDARD: _("variant_standard", default="Everyday language"),
    rules.PLAIN: _("variant_plain", default="Easy language"),
    rules.SIGN: _("variant_sign", default="Sign language (DGS)"),
}
