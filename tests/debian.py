"""Programs that tests really start and that come from Debian: installed where the tests may, as root beside apt-get."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache


@cache
def install(*packages: str) -> str:
    """Install the packages and return an empty text, or what went wrong; once per process."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return "the tests do not run as root beside apt-get"
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]):
        done = subprocess.run(command, check=False, capture_output=True, timeout=600, env=environment)
        if done.returncode:
            return f"`{' '.join(command)}` failed"
    return ""
