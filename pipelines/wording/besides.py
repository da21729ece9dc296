"""What a sentence tells of disclosure besides what its numbers' wordings state: documents, media, totals, kinds by their sum."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.counts import hits
from pipelines.wording.lists.kinds import divided, of_domains
from pipelines.wording.lists.totals import of_parts, of_the_whole, without_repeats
from pipelines.wording.published.channels import of_all_there, of_media
from pipelines.wording.published.documents import documents_made, documents_out, made_of_share
from pipelines.wording.published.doubtful import without_doubtful
from pipelines.wording.published.not_ours import without_others
from pipelines.wording.published.of_the_year import of_the_year, requests_of_the_year
from pipelines.wording.published.pointing import pointed_at
from pipelines.wording.published.rules_told import rules_told
from pipelines.wording.published.shares import without_shares
from pipelines.wording.requests.outcomes import all_closed, answered_as_many, answered_on_time, none_late, not_held
from pipelines.wording.sentences import Sentence


def told_besides(sentence: Sentence, claims: list[Claim], year: int | None, names: tuple[str, ...]) -> list[Claim]:
    """The claims with those that the sentence tells in other ways; these stand where something else was read weakly."""
    if not hits(sentence.text) and all(claim.start < sentence.start for claim in claims):
        return pointed_at(sentence, claims, names)  # it counts nothing
    claims = without_shares(sentence, without_doubtful(sentence, claims))
    answered_on_time(sentence, claims)
    not_held(sentence, claims, year)
    claims += [*all_closed(sentence, claims), *none_late(sentence, claims), *answered_as_many(sentence, claims)]
    claims = instead(claims, documents_made(sentence, claims, year, names))
    claims = instead(claims, documents_out(sentence, claims))
    claims = instead(claims + made_of_share(sentence, claims), rules_told(sentence, claims))
    claims = instead(claims, of_media(sentence, claims, year, names))
    claims += of_all_there(sentence, claims, names)
    claims = of_the_year(sentence, pointed_at(sentence, claims, names), year, names)
    claims = requests_of_the_year(sentence, claims, year)
    claims = of_parts(sentence, without_repeats(sentence, claims))
    claims += of_the_whole(sentence, claims, year, names)
    claims = instead(claims, divided(sentence, claims))
    claims = without_doubtful(sentence, instead(claims, of_domains(sentence, claims)))
    return without_others(sentence, claims, year, names)


def instead(claims: list[Claim], found: Sequence[Claim]) -> list[Claim]:
    """The claims with those found in the place of what was taken for something else there.

    A judged one tells more of a count that stands: 制发1件，已公开.
    """
    if not found:
        return claims
    places = {claim.start for claim in found if not claim.judged}
    return [*(claim for claim in claims if claim.start not in places), *found]
