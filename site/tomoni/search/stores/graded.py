"""Which tokens of a question are looked up when no text answers to all its words."""

from collections.abc import Callable, Mapping

from tomoni.search.stores.soundness import is_sound

# How many texts the tokens that are looked up may stand in, all counts together.
BUDGET = 2_000
# How few may be left of it for no more tokens to be tried.
LITTLE = 100
# How many tokens are considered, the heaviest first.
MOST_TOKENS = 40


def chosen(tokens: Mapping[str, float], count: Callable[[str, int], int]) -> list[str]:
    """Return the heaviest tokens that together stand in no more than `BUDGET` texts.

    Common tokens would cost the most and say the least, so they are passed over; but where all
    are common, the heaviest is taken. `count(token, most)` says in how many texts a token stands,
    counting no further than `most`.
    """
    heavy = sorted(
        (token for token, weight in tokens.items() if weight > 0 and is_sound(token)),
        key=lambda token: (-tokens[token], token),
    )
    left = BUDGET
    taken: list[str] = []
    common: list[str] = []
    for token in heavy[:MOST_TOKENS]:
        if left < LITTLE:
            break
        number = count(token, left + 1)
        if number > left:
            common.append(token)
        elif number:
            taken.append(token)
            left -= number
    return taken or common[:1]
