"""Streams keep fields and passages apart and count words."""

from tomoni.search.analysis import analyser_for
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
