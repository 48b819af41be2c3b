"""The console script: runs the command line and turns every error into one line and an exit code.

0 done; 1 some documents failed or a graph does not conform; 2 wrong usage; 3 no input could be read; 4 store damaged or
locked; 5 a remote service failed; 70 our bug; 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run `relaas` and exit."""
    import click

    from relaas.cli import relaas
    from relaas.errors import RelaasError

    try:
        code = relaas.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("relaas: interrupted", err=True)
        code = 130
    except RelaasError as error:
        click.echo(f"relaas: {error}", err=True)
        code = error.exit_code
    except BrokenPipeError:
        # the reader of our output went away (`| head`): nothing is wrong, but Python would complain when it flushes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        code = _failed(error)
    sys.exit(code if isinstance(code, int) else 0)


def _failed(error: Exception) -> int:
    """Say what went wrong and return the exit code: 1 where the output had no room, 70 for a bug of ours."""
    import click

    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
        click.echo(f"relaas: the output could not be written ({error.strerror}); make room or give another --out", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    import traceback

    traceback.print_exception(error)
    click.echo(f"relaas: this is a bug in relaas ({type(error).__name__}); please report it with the lines above", err=True)
    return 70


if __name__ == "__main__":
    main()
