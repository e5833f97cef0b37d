"""What others may use of funding: schemas and the markers of its folders."""

from kommunalhub.funding.interfaces.consultation import IFundingConsultation
from kommunalhub.funding.interfaces.programme import IFundingProgramme
from zope.interface import Interface


__all__ = [
    "IConsultationFolder",
    "IFundingConsultation",
    "IFundingProgramme",
    "IFundingSection",
    "IProgrammeFolder",
]


class IFundingSection(Interface):
    """Marks the folder `foerderung`."""


class IProgrammeFolder(Interface):
    """Marks the folder `foerderung/programme`."""


class IConsultationFolder(Interface):
    """Marks `foerderung/beratungen` and the folder of each partner in it."""
