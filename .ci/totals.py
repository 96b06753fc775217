"""Add up the reports of all test runs, and the steps, into one line; fail when anything failed."""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

folder, passed, failed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
skipped = 0
for report in sorted(folder.glob("*.xml")):
    for suite in ET.parse(report).iter("testsuite"):
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        left_out = int(suite.get("skipped", 0))
        failed += bad
        skipped += left_out
        passed += max(0, int(suite.get("tests", 0)) - bad - left_out)
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed or not passed else 0)
