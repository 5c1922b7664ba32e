"""An emulated AWS account that answers the same requests with the same ids, names and times."""
import base64
import gzip
import http.client
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request

MOTO = "5.2.1"
HERE = os.path.dirname(os.path.abspath(__file__))
INSIDE = os.path.join(HERE, "..", "..", "cli", "src", "main", "resources", "demo", "emulator")
ACCOUNT = "123456789012"  # also the access key: LocalStack takes the account from it
CLOCK, SEED = "X-Plumbline-Clock", "X-Plumbline-Seed"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def clean_environment():
    """This environment without anybody's AWS account, proxy or Terraform settings."""
    kept = {k: v for k, v in os.environ.items() if not k.upper().startswith(("AWS_", "TF_", "MOTO_")) and not k.upper().endswith("_PROXY")}
    return {**kept, "TZ": "UTC", "AWS_ACCESS_KEY_ID": ACCOUNT, "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true", "AWS_PAGER": "",
            "AWS_REQUEST_CHECKSUM_CALCULATION": "when_required", "AWS_S3_US_EAST_1_REGIONAL_ENDPOINT": "regional"}


class Account:
    """One moto_server of its own; `with Account() as account:` stops it again."""

    def __init__(self):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        server = shutil.which("moto_server") or exit(f"moto_server is not on the PATH: pip install 'moto[server]=={MOTO}'")
        env = {**clean_environment(), "PYTHONPATH": INSIDE, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PLUMBLINE_MOTO_VERSION": MOTO, "MOTO_IAM_LOAD_MANAGED_POLICIES": "true"}
        self.process = subprocess.Popen([server, "-H", "127.0.0.1", "-p", str(self.port)], env=env, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(240):
            if self.process.poll() is not None:
                exit(f"moto_server ended with status {self.process.returncode}; moto {MOTO} is needed")
            try:
                urllib.request.urlopen(self.url + "/moto-api/", timeout=5).read()
                return self
            except OSError:
                time.sleep(0.25)
        exit("moto_server does not answer")

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait(10)

    def replay(self, recording):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        with gzip.open(recording, "rt") as lines:
            for line in lines:
                request = json.loads(line)
                if "change" in request:
                    continue
                body = base64.b64decode(request["base64"]) if "base64" in request else request.get("body", "").encode()
                headers = {**request["headers"], CLOCK: str(request["at"]), SEED: str(request["seed"]), "Content-Length": str(len(body))}
                connection.request(request["method"], request["path"], body, headers)
                connection.getresponse().read()
        connection.close()
