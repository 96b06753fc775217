"""What a server serves is ready before the first visitor comes."""

import gc

from tomoni.project.serving import application


def test_what_is_loaded_is_not_looked_through_again():
    try:
        served = application()

        assert gc.get_freeze_count() > 100_000
        assert callable(served)
    finally:
        gc.unfreeze()
