"""Choose between the dictionary and, where it is not installed, pairs of signs."""

from tomoni.search.analysis.paired import PairedAnalyser, Script
from tomoni.search.analysis.tokens import Analyser, Profile, Tier

from .analyser import JapaneseAnalyser
from .dictionary import is_installed


def japanese_analyser(rules: int) -> Analyser:
    """Return the analyser of Japanese that this installation can have."""
    if is_installed():
        return JapaneseAnalyser(rules)
    profile = Profile({Tier.WORD: 1.0, Tier.GRAM: 0.2}, k1=0.9, b=0.5)
    return PairedAnalyser(f"ja {rules} pairs", Script(single_signs=True), profile)
