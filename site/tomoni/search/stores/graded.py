"""Which tokens of a question are looked up when no text answers to all its words."""

from collections.abc import Callable, Mapping, Sequence

from tomoni.search.stores.protocol import Wanted
from tomoni.search.stores.soundness import is_sound

# How many texts the tokens that are looked up may stand in, all counts together.
BUDGET = 2_000
# How few may be left of it for no more tokens to be tried.
LITTLE = 100
# How many tokens are considered, the heaviest first.
MOST_TOKENS = 40


def chosen(
    wanted: Wanted, counts: Callable[[Sequence[str]], Mapping[str, int]]
) -> dict[str, float]:
    """Return the heaviest tokens that together stand in no more than `BUDGET` texts, with weights.

    Common tokens would cost the most and say the least, so they are passed over; but where all
    are common, the heaviest is taken. In how many texts each stands is what `wanted.held` says,
    a token that it does not know being as if it were rare: what came in the last minutes is found
    too. Where that says nothing, `counts(tokens)` is asked.
    """
    tokens = wanted.tokens
    heavy = sorted(
        (token for token, weight in tokens.items() if weight > 0 and is_sound(token)),
        key=lambda token: (-tokens[token], token),
    )[:MOST_TOKENS]
    if wanted.held is None:
        known = counts(heavy)
    else:
        known = {token: max(1, wanted.held.get(token, 0)) for token in heavy}
    left = BUDGET
    taken: list[str] = []
    common: list[str] = []
    for token in heavy:
        if left < LITTLE:
            break
        number = known.get(token, 0)
        if number > left:
            common.append(token)
        elif number:
            taken.append(token)
            left -= number
    return {token: tokens[token] for token in taken or common[:1]}
