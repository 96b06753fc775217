"""Weigh the tokens of a query by their rarity and tier."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from tomoni.search.analysis.tokens import Profile, Reading, Reason, Tier

TIERS = {tier.value: tier for tier in Tier if tier.value}

# What a word that stands in a text by another way than its own tokens is worth beside these.
BY_REASON = {
    Reason.EXACT: 1.0,
    Reason.NORMALISED: 0.95,
    Reason.READING: 0.8,
    Reason.GRAM: 0.5,
    Reason.SYNONYM: 0.85,
    Reason.TRANSLATION: 0.8,
}


@dataclass(frozen=True)
class Collection:
    """What all texts of a language say about a token's rarity; tokens not in it stand in one."""

    documents: Mapping[str, int] = field(default_factory=dict)
    total: int = 1
    average_length: float = 1.0


def rarity(token: str, collection: Collection) -> float:
    """Return how much a token tells: more, the fewer texts hold it."""
    holding = min(collection.documents.get(token, 1), collection.total)
    return math.log(1 + (collection.total - holding + 0.5) / (holding + 0.5))


def full_weight(token: str, collection: Collection, profile: Profile) -> float:
    """Return a token's rarity, multiplied by what its tier weighs."""
    tier = TIERS.get(token[:1], Tier.WORD)
    return profile.tiers.get(tier, 0.0) * rarity(token, collection)


def rough_weights(
    reading: Reading, *, collection: Collection, profile: Profile
) -> dict[str, float]:
    """Return the weights of tokens with rarity and tier, as `Wanted.tokens` takes them."""
    weighed = {
        token: weight * full_weight(token, collection, profile)
        for token, weight in reading.tokens.items()
    }
    return {token: weight for token, weight in weighed.items() if weight > 0}
