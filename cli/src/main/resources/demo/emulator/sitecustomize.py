"""Makes one moto_server a recorded account: Python imports this file before moto, because its folder leads PYTHONPATH.

- It refuses any other version of moto than the one the recordings were made on (exit status 64).
- The clock stands still. A request's header X-Plumbline-Clock (seconds since 1970) sets it.
- A request's header X-Plumbline-Seed seeds every source of ids, so that a request makes the same ids whatever came before it.
- Queue URLs read as AWS's own do, whatever port the emulator has.
- DynamoDB takes one request after another: where moto undoes a transaction, it undoes what others wrote meanwhile, too.
- It ends when its standard input does, so that it never outlives whoever started it.
"""

import os

VERSION = os.environ.get("PLUMBLINE_MOTO_VERSION")
START = 1793610000.0  # 2026-11-02 09:00:00 UTC


def refuse_other_versions():
    import importlib.metadata
    import sys

    try:
        found = importlib.metadata.version("moto")
    except importlib.metadata.PackageNotFoundError:
        found = "none"
    if found != VERSION:
        print(f"moto {VERSION} is needed, and this Python has {found}", file=sys.stderr, flush=True)
        os._exit(64)


def hold_the_clock():
    import datetime
    import time

    clock = {"now": START}
    real = datetime.datetime
    gmtime, localtime, strftime, ctime = time.gmtime, time.localtime, time.strftime, time.ctime

    class Kind(type):
        # Values that C code made are of the original class, and count as well.
        def __instancecheck__(cls, value):
            return isinstance(value, real)

        def __subclasscheck__(cls, other):
            return issubclass(other, real)

    class Held(real, metaclass=Kind):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(clock["now"], tz)

        @classmethod
        def utcnow(cls):
            return cls.fromtimestamp(clock["now"], datetime.timezone.utc).replace(tzinfo=None)

        @classmethod
        def today(cls):
            return cls.fromtimestamp(clock["now"])

    Held.__name__ = Held.__qualname__ = "datetime"
    datetime.datetime = Held
    time.time = lambda: clock["now"]
    time.time_ns = lambda: int(clock["now"] * 1_000_000_000)
    time.gmtime = lambda seconds=None: gmtime(clock["now"] if seconds is None else seconds)
    time.localtime = lambda seconds=None: localtime(clock["now"] if seconds is None else seconds)
    time.strftime = lambda form, *at: strftime(form, *(at or (gmtime(clock["now"]),)))
    time.ctime = lambda seconds=None: ctime(clock["now"] if seconds is None else seconds)
    return clock


def draw_ids_from(random):
    # Not all of moto draws from its own source: some call uuid, some the standard one.
    import uuid

    uuid.uuid4 = lambda: uuid.UUID(int=random.getrandbits(128), version=4)
    uuid.uuid1 = lambda node=None, clock_seq=None: uuid.UUID(int=random.getrandbits(128), version=1)


def read_the_headers(clock):
    import random
    import re
    import threading

    from werkzeug.serving import WSGIRequestHandler

    draw_ids_from(random)
    random.seed(0)
    run, environ = WSGIRequestHandler.run_wsgi, WSGIRequestHandler.make_environ
    one_at_a_time = threading.Lock()
    scope = re.compile(r"Credential=[^/]+/\d+/([^/]+)/sqs/")

    def run_recorded(self):
        at, seed = self.headers.get("X-Plumbline-Clock"), self.headers.get("X-Plumbline-Seed")
        if at:
            clock["now"] = float(at)
        if seed:
            from moto.moto_api._internal import mock_random

            random.seed(int(seed))
            mock_random.seed(int(seed))
        if self.headers.get("X-Amz-Target", "").startswith("DynamoDB_"):
            with one_at_a_time:
                return run(self)
        return run(self)

    def environ_of_aws(self):
        found = environ(self)
        queue = scope.search(found.get("HTTP_AUTHORIZATION", ""))
        if queue:
            found["HTTP_HOST"] = f"sqs.{queue.group(1)}.amazonaws.com"
            found["wsgi.url_scheme"] = "https"
        return found

    WSGIRequestHandler.run_wsgi, WSGIRequestHandler.make_environ = run_recorded, environ_of_aws


def end_with_standard_input():
    import sys
    import threading

    def watch():
        while sys.stdin.buffer.read(1):
            pass
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


def begin():
    import sys
    import traceback

    try:
        refuse_other_versions()
        read_the_headers(hold_the_clock())
        end_with_standard_input()
    except Exception:
        # Python would go on without this file, and the account would not be the recorded one.
        traceback.print_exc(file=sys.stderr)
        os._exit(70)


if VERSION:
    begin()
