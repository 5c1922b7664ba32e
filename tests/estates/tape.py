"""A proxy in front of an emulated account that counts requests and writes down those that change something."""
import base64
import http.client
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from account import ACCOUNT, CLOCK, SEED

START = 1793610000  # 2026-11-02 09:00:00 UTC, the emulator's own first second
READS = re.compile(r"^(Describe|Get|List|BatchGet|Head|Simulate|Lookup)")
DROPPED = re.compile(r"^(user-agent|amz-sdk-.*|x-amz-user-agent|x-amz-date|accept.*|connection|content-length|transfer-encoding|expect|host|authorization|content-md5|x-amz-content-sha256|x-amz-security-token|x-amz-checksum-.*|x-amz-sdk-.*)$", re.I)
# What an account draws: ids, UUIDs, IAM's unique ids, a secret's name with its six letters.
DRAWN = re.compile(r"\b(?:[a-z]{1,10}-(?:[0-9a-f]{17}|[0-9a-f]{8})(?![0-9a-f-])|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|A(?:RO|NP|ID|SI|IP)A[A-Z0-9]{12,}|(?<=:secret:)[\w/+=.@-]+-[A-Za-z0-9]{6})\b")
HOP = {"content-length", "transfer-encoding", "connection", "content-type"}


class Tape:
    """Listens as soon as it is made; requests pass one at a time, so that their order is the account's history."""

    def __init__(self, port):
        self.target, self.lines, self.counts = port, None, {}
        self.number, self.seen, self.drawn, self.turn = 0, set(), set(), threading.Lock()
        tape = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            wbufsize = -1

            def log_message(self, *_):
                pass

            def pass_on(self):
                tape.pass_on(self)

            do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = do_PATCH = pass_on

        ThreadingHTTPServer.request_queue_size = 128
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def record(self, change=None):
        """Starts a new tape, or on the same one the next change."""
        if self.lines is None:
            self.lines = []
        if change:
            self.lines.append(change)

    def cut(self):
        lines, self.lines = self.lines, None
        return lines

    def pass_on(self, handler):
        body = read_body(handler)
        scope, action = named(handler, body)
        with self.turn:
            name = f"{scope.split('/')[-1]} {action}"
            self.counts[name] = self.counts.get(name, 0) + 1
            extra = self.note(handler, body, scope, action)
            status, headers, answer = forward(self.target, handler, body, extra)
            if extra:
                self.note_answer(status, answer)
        reply(handler, status, headers, answer)

    def note(self, handler, body, scope, action):
        # The first request of a service in a region makes what an empty account has there: it counts as a change.
        if self.lines is None or (READS.match(action) and scope in self.seen):
            return {}
        self.seen.add(scope)
        self.number += 1
        kept = {k: v for k, v in handler.headers.items() if not DROPPED.match(k)}
        if (handler.headers.get("x-amz-content-sha256") or "").startswith("STREAMING"):
            kept["x-amz-content-sha256"] = handler.headers["x-amz-content-sha256"]
        kept["Authorization"] = f"AWS4-HMAC-SHA256 Credential={ACCOUNT}/20261102/{scope}/aws4_request, SignedHeaders=host, Signature=0"
        entry = {"at": START + self.number, "seed": self.number, "method": handler.command, "path": handler.path, "headers": kept}
        try:
            entry["body"] = body.decode("utf-8")
        except UnicodeDecodeError:
            entry["base64"] = base64.b64encode(body).decode()
        self.lines.append(entry)
        return {CLOCK: str(entry["at"]), SEED: str(entry["seed"])}

    def note_answer(self, status, answer):
        """A refusal, and the ids that came up for the first time: a replay on an emulator that draws others translates them."""
        if status >= 400:
            self.lines[-1]["answered"] = status
        drawn = [t for t in dict.fromkeys(DRAWN.findall(answer.decode("utf-8", "replace"))) if t not in self.drawn]
        self.drawn.update(drawn)
        if drawn:
            self.lines[-1]["drawn"] = drawn


def read_body(handler):
    if handler.headers.get("Transfer-Encoding", "").lower() != "chunked":
        return handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
    parts = b""
    while size := int(handler.rfile.readline().split(b";")[0], 16):
        parts += handler.rfile.read(size)
        handler.rfile.readline()
    handler.rfile.readline()
    return parts


def named(handler, body):
    """The credential scope `region/service`, and the operation as far as the protocol names it."""
    found = re.search(r"Credential=[^/]+/\d+/([^/]+/[^/]+)/", handler.headers.get("Authorization", ""))
    target = handler.headers.get("X-Amz-Target")
    if target:
        action = target.split(".")[-1]
    elif "x-www-form-urlencoded" in handler.headers.get("Content-Type", ""):
        action = parse_qs(body.decode()).get("Action", ["?"])[0]
    else:
        action = {"GET": "Get", "HEAD": "Head"}.get(handler.command, handler.command) + handler.path.split("?")[0]
    return (found.group(1) if found else "?/?"), action


def forward(port, handler, body, extra):
    headers = {k: v for k, v in handler.headers.items() if k.lower() not in ("transfer-encoding", "content-length", "connection", "expect")}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request(handler.command, handler.path, body, {**headers, **extra, "Content-Length": str(len(body))})
    answer = connection.getresponse()
    try:
        return answer.status, answer.getheaders(), answer.read()
    finally:
        connection.close()


def reply(handler, status, headers, answer):
    handler.send_response_only(status)
    length = str(len(answer))
    for name, value in headers:
        if name.lower() == "content-length" and handler.command == "HEAD":
            length = value
        elif name.lower() not in HOP or name.lower() == "content-type":
            handler.send_header(name, value)
    handler.send_header("Content-Length", length)
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(answer)


def lines_of(entries):
    return "".join(json.dumps(e, separators=(",", ":")) + "\n" for e in entries)
