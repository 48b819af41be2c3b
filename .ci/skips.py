"""Fail when a test was skipped for a reason that is not on the list: skips.py LOG ALLOWED."""

import re
import sys
from pathlib import Path

log, allowed = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:3])
reasons = [line.split("  #")[0].strip() for line in allowed.splitlines() if line.strip() and not line.startswith("#")]
# pytest -ra prints each skip as "SKIPPED [1] path:line: reason"
skipped = [m[1].strip() for m in re.finditer(r"^SKIPPED \[\d+\] [^:\n]+(?::\d+)?: (.*)$", log, re.MULTILINE)]
unknown = [reason for reason in skipped if not any(reason.startswith(known) for known in reasons)]
for reason in unknown:
    sys.stdout.write(f"skipped, and not on the list: {reason}\n")
sys.exit(1 if unknown else 0)
