"""Write docs/screenshot.png, the page of the sample document as a reader sees it: `python docs/screenshot.py [FILE]`.

Builds the sample, writes its page as `relaas show --format html` does, and lets a headless Chromium (Debian's package `chromium`)
look at it. Nothing is fetched: the page is one file.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from relaas import build
from relaas.present import read_document, render_document

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "data" / "documents" / "vijandelijkheden-armenie-azerbeidzjan.txt"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update"
    " --disable-sync --hide-scrollbars --force-device-scale-factor=1.25 --window-size=1240,1600"
).split()


def main(target: Path) -> int:
    """Write the picture; 1 when there is no browser, or it makes none."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        sys.stderr.write("Chromium is absent: apt-get install chromium\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(render_document(read_document(build(SAMPLE).dataset)), encoding="utf-8")
        command = [browser, *FLAGS, f"--user-data-dir={folder}/profile", f"--screenshot={target.resolve()}", page.as_uri()]
        done = subprocess.run(command, check=False, capture_output=True, timeout=120)  # noqa: S603 - our own command
    if done.returncode or not target.is_file():
        sys.stderr.write("the browser made no picture\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "screenshot.png"))
