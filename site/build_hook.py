"""Compile the message catalogues when a wheel is built, so that no machine needs gettext tools."""

import os
from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        for folder in ("locale", "plugins"):
            for po in Path(self.root, folder).rglob("*.po"):
                # Whoever reads the compiled form meanwhile finds the old one or the new one whole.
                unfinished = po.with_suffix(f".{os.getpid()}.new")
                polib.pofile(str(po)).save_as_mofile(str(unfinished))
                unfinished.replace(po.with_suffix(".mo"))
