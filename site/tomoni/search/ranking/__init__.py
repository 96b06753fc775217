"""Ranking: the final order of the candidates that a store gave, the same for every store."""

from .cutting import good_enough
from .scored import Explanation, Scored
from .scoring import rank
from .weighing import Collection, rarity, rough_weights

__all__ = [
    "Collection",
    "Explanation",
    "Scored",
    "good_enough",
    "rank",
    "rarity",
    "rough_weights",
]
