"""Streams keep fields and passages apart and count words."""

import pytest
from tests.search.analysis.test_tokens import LOCALES, ODD, texts

from tomoni.search.analysis import analyser_for
from tomoni.search.analysis.tokens import GAP, Tier
from tomoni.search.stores.protocol import Streams
from tomoni.search.streams import streams_of


def test_streams_hold_the_tokens_of_each_field():
    streams = streams_of(
        analyser_for("en"), title="Rubbish", headings=["Days", "Bags"], passages=["", "On Monday"]
    )

    assert streams == Streams(
        title="rubbish ˣrubbish",
        headings="day ˣdays ¶ bag ˣbags",
        body="¶ monday ˣon ˣmonday",
        length=4,
    )


def test_streams_of_nothing_are_empty():
    assert streams_of(analyser_for("ja"), title="") == Streams()


def test_streams_keep_the_number_of_each_heading():
    streams = streams_of(
        analyser_for("en"), title="", headings=["", "Bags", "", ""], passages=["Days", "", "", ""]
    )

    assert (streams.headings, streams.body) == ("¶ bag ˣbags", "day ˣdays")


@pytest.mark.parametrize("locale", LOCALES)
def test_length_counts_the_words_of_any_text(locale):
    analyser = analyser_for(locale)
    marks = {GAP, *(tier.value for tier in Tier if tier.value)}

    for text in [*(odd[:500] for odd in ODD), *texts()]:
        streams = streams_of(analyser, title=text, headings=["", text], passages=[text, "ˣ˙", text])

        held = [*analyser.tokens(text) * 4, *analyser.tokens("ˣ˙")]
        assert streams.length == sum(token[0] not in marks for token in held)
        assert streams.title == " ".join(analyser.tokens(text))
