"""Makes what was found fit to be published, where that is asked for."""

from __future__ import annotations

from msgspec.structs import replace

from eipcheck.pipeline.assess import Assessed
from eipcheck.pipeline.formats import Edition


def published(assessed: Assessed, edition: Edition) -> Assessed:
    """Give what may be shown to the audience of an edition: all of it, or its public part."""
    if not edition.public:
        return assessed
    from eipcheck.reporting.public import Publisher  # noqa: PLC0415 - few reports are published

    publisher = Publisher(assessed.record, assessed.dictionary)
    assessments = tuple(publisher.assessment(a) for a in assessed.assessments)
    return replace(assessed, assessments=assessments)
