"""What stores take for tokens."""

from tomoni.search.analysing import Wording, analysed
from tomoni.search.analysis.tokens import Way, Word
from tomoni.search.stores.protocol import Streams
from tomoni.search.stores.soundness import is_sound, sound_streams, sound_words


def test_token_of_letters_beyond_ascii_is_sound():
    tokens = ["ごみ", "ˣnpo", "2026", "ˠ😀あ", "é", "फोहोर"]

    assert [token for token in tokens if is_sound(token)] == tokens


def test_token_that_is_syntax_or_no_text_is_unsound():
    tokens = ["", "a b", "A", '"', "'", "\\", "\x00", "\ud800", "¶", "a¶", "あ" * 501]

    assert [token for token in tokens if is_sound(token)] == []


def test_sound_streams_are_left_as_they_are():
    streams = Streams("ごみ", "出し方 ¶ 袋", "a ¶ b", 5)

    assert sound_streams(streams) == streams


def test_unsound_tokens_are_left_out_of_streams():
    streams = Streams(" ごみ  X", "a\x00 袋", "¶ '; ¶ b あ\ud800", 3)

    assert sound_streams(streams) == Streams("ごみ", "袋", "¶ ¶ b", 3)


def test_streams_are_looked_at_once():
    found = analysed(Wording("ja", "ごみの出し方", ("",), ("袋に入れます。",))).streams
    seen = sound_streams(Streams("ごみ", "X", "袋"))

    assert sound_streams(found) is found
    assert sound_streams(seen) is seen


def test_word_without_a_sound_way_leaves_no_answer():
    good, bad = Way((("ごみ",),)), Way((("X",),))

    assert sound_words((Word("", (good, bad)),)) == ((good,),)
    assert sound_words((Word("", (good,)), Word("", (bad,)))) is None
    assert sound_words(()) is None
