"""The errors of relaas, each with the exit code of the command line.

    RelaasError                 1
    ├── UsageError              2   the call is wrong
    ├── InputError              3   a file cannot be read (a build of several goes on and ends with 1)
    │   └── GraphError          3   a file is no RDF that we can read
    ├── QueryError              2   a query is malformed or unknown
    ├── StoreError              4   a store is damaged or locked
    ├── RemoteError             5   a remote service failed
    └── ModelError              2   a language model is missing or does not fit

Messages are one line: what, why, and what to do.
"""


class RelaasError(Exception):
    """Base of every error relaas raises on purpose."""

    exit_code = 1


class UsageError(RelaasError):
    """The call is wrong: an option, an argument, two inputs of one name."""

    exit_code = 2


class InputError(RelaasError):
    """A file cannot be read. `name` is the file, `reason` what is wrong, `advice` what to do about it."""

    exit_code = 3

    def __init__(self, name: str, reason: str, advice: str) -> None:
        super().__init__(f"{name}: {reason}; {advice}")
        self.name, self.reason, self.advice = name, reason, advice


class GraphError(InputError):
    """A file is no RDF that we can read."""


class QueryError(RelaasError):
    """A query is malformed, unknown, or lacks a parameter."""

    exit_code = 2


class StoreError(RelaasError):
    """A store is damaged or locked."""

    exit_code = 4


class RemoteError(RelaasError):
    """A remote service failed."""

    exit_code = 5


class ModelError(RelaasError):
    """A language model is missing or does not fit."""

    exit_code = 2
