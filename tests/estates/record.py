#!/usr/bin/env python3
"""Records an estate: what Terraform builds, what is changed behind its back, and what its own refresh says of that.

  record.py record ESTATE --plugins DIR    builds ESTATE (a folder of HCL) on an emulated account, changes it by the scripts
                                           in ESTATE/mutations, and writes ESTATE/recorded
  record.py verify ESTATE --plugins DIR    asks Terraform whether a replay of ESTATE/recorded is the account it recorded

Needs terraform, its AWS provider 5.100.0 in DIR (or $TF_PLUGINS), the aws command line, and moto_server 5.2.1. A mutation's
first comment is its sentence; where it makes something that Terraform does not manage, it prints `UNMANAGED type id`.
setup.sh runs before apply, publish.sh after it (with the state's path in $STATE), where an estate has them.
"""
import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from account import Account, clean_environment
from expectation import beyond_emptiness, told_by_siblings
from tape import Tape, lines_of

LEFT_BEHIND = shutil.ignore_patterns("mutations", "recorded", "recordings", "src", "*.sh", ".terraform*", "*.tfstate*")


class Terraform:
    """A copy of an estate, and terraform in it; neither it nor a mutation can reach anything but the endpoint."""

    def __init__(self, estate, endpoint, plugins):
        self.folder = tempfile.mkdtemp(prefix="estate-")
        shutil.copytree(estate, self.folder, dirs_exist_ok=True, ignore=LEFT_BEHIND)
        pack_sources(os.path.join(estate, "src"), self.folder)
        nowhere = "http://127.0.0.1:9"
        self.env = {**clean_environment(), "CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1", "TF_INPUT": "0", "AWS_ENDPOINT_URL": endpoint,
                    **{k: nowhere for k in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")}, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
        self("init", "-no-color", f"-plugin-dir={plugins}")

    def __call__(self, *args):
        done = subprocess.run(["terraform", *args], cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"terraform {args[0]} failed:\n{done.stdout[-4000:]}\n{done.stderr[-6000:]}")
        return done.stdout

    def refresh(self):
        self("plan", "-refresh-only", "-lock=false", "-no-color", "-out=refresh")
        return json.loads(self("show", "-json", "refresh")).get("resource_drift", [])

    def state(self):
        return os.path.join(self.folder, "terraform.tfstate")

    def run(self, script):
        """Runs a script in which every `aws` goes to the endpoint, whatever the script says."""
        tools = os.path.join(self.folder, ".tools")
        os.makedirs(tools, exist_ok=True)
        with open(os.path.join(tools, "aws"), "w") as shim:
            shim.write(f'#!/bin/sh\nexec "{real_aws()}" --endpoint-url "{self.env["AWS_ENDPOINT_URL"]}" "$@"\n')
        os.chmod(shim.name, 0o755)
        env = {**self.env, "PATH": tools + os.pathsep + self.env["PATH"], "STATE": self.state()}
        done = subprocess.run(["bash", "-euo", "pipefail", script], cwd=self.folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            print(f"{script} failed: {done.stderr[-600:]}", file=sys.stderr)
        return [dict(zip(("type", "id"), line.split()[1:3])) for line in done.stdout.splitlines() if line.startswith("UNMANAGED ")]

    def run_if_there(self, script):
        return self.run(script) if os.path.exists(script) else []

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def real_aws():
    return shutil.which("aws") or sys.exit("the aws command line is not on the PATH")


def pack_sources(src, folder):
    """Each folder below src as a zip that is the same on every run."""
    for name in sorted(os.listdir(src)) if os.path.isdir(src) else []:
        with zipfile.ZipFile(os.path.join(folder, name + ".zip"), "w") as z:
            for file in sorted(os.listdir(os.path.join(src, name))):
                with open(os.path.join(src, name, file), "rb") as f:
                    z.writestr(zipfile.ZipInfo(file, (2026, 1, 1, 0, 0, 0)), f.read())


def sentence(script):
    with open(script) as lines:
        return next(line for line in lines if line.startswith("# "))[2:].strip()


def keep(folder, name, entries):
    with gzip.GzipFile(os.path.join(folder, name), "wb", mtime=0) as out:
        out.write(lines_of(entries).encode())



def places(estate):
    """Where an estate's states and expectations lie, and where its recordings do."""
    fixture = os.path.join(estate, "recorded")
    recordings = os.path.join(estate, "recordings")  # a link where the product ships them
    os.makedirs(fixture, exist_ok=True)
    return fixture, recordings if os.path.exists(recordings) else fixture


def record(estate, plugins):
    fixture, recordings = places(estate)
    with Account() as account:
        tape = Tape(account.port)
        terraform = Terraform(estate, tape.url, plugins)
        try:
            expected = build(estate, fixture, recordings, tape, terraform)
            change(estate, fixture, recordings, tape, terraform, expected)
        finally:
            terraform.close()
    print(f"{expected['resources']} resources of {len(expected['types'])} types, {len(expected['mutations'])} mutations, {len(expected['drift'])} drifted addresses, {len(expected['unmanaged'])} unmanaged; {expected['terraform']}")
    print("baseline:", expected["baseline"])


def build(estate, fixture, recordings, tape, terraform):
    tape.record()
    terraform.run_if_there(os.path.join(estate, "setup.sh"))
    terraform("apply", "-auto-approve", "-no-color")
    shutil.copy(terraform.state(), os.path.join(fixture, "fresh.tfstate"))
    terraform.run_if_there(os.path.join(estate, "publish.sh"))
    keep(recordings, "apply.rec.gz", tape.cut())
    tape.counts.clear()
    started = time.monotonic()
    noisy = terraform.refresh()
    seconds, calls = time.monotonic() - started, sum(tape.counts.values())
    terraform("apply", "-refresh-only", "-auto-approve", "-no-color")
    shutil.copy(terraform.state(), os.path.join(fixture, "state.tfstate"))
    with open(terraform.state()) as f:
        managed = [r for r in json.load(f)["resources"] if r["mode"] == "managed"]
    return {"resources": sum(len(r["instances"]) for r in managed), "types": sorted({r["type"] for r in managed}),
            "terraform": {"planSeconds": round(seconds, 1), "calls": calls, "flaggedAfterApply": len(noisy), "flaggedBeyondEmptiness": len(beyond_emptiness(noisy))},
            "baseline": list(beyond_emptiness(terraform.refresh()).values())}


def change(estate, fixture, recordings, tape, terraform, expected):
    """Runs the mutations and writes down what Terraform says of them beyond what it said of the untouched account."""
    tape.record()
    folder, mutations = os.path.join(estate, "mutations"), []
    for name in sorted(os.listdir(folder)):
        script = os.path.join(folder, name)
        tape.record({"change": name.removesuffix(".sh"), "says": sentence(script)})
        mutations.append({"name": name.removesuffix(".sh"), "says": sentence(script), "unmanaged": terraform.run(script)})
    keep(recordings, "mutations.rec.gz", tape.cut())
    drift = beyond_emptiness(terraform.refresh())
    odd = {b["address"]: b for b in expected["baseline"]}
    for address, told in odd.items():
        if address in drift and drift[address]["status"] == told["status"]:
            drift[address]["attributes"] = [a for a in drift[address]["attributes"] if a not in told["attributes"]]
            if not drift[address]["attributes"]:
                del drift[address]
    with open(terraform.state()) as f:
        expected.update(drift=told_by_siblings(list(drift.values()), json.load(f)))
    expected.update(mutations=mutations, unmanaged=[u for m in mutations for u in m["unmanaged"]])
    with open(os.path.join(fixture, "expected.json"), "w") as out:
        json.dump(expected, out, indent=1)
        out.write("\n")


def verify(estate, plugins):
    (fixture, recordings), wrong = places(estate), 0
    with open(os.path.join(fixture, "expected.json")) as f:
        expected = json.load(f)
    with Account() as account:
        terraform = Terraform(estate, Tape(account.port).url, plugins)
        try:
            shutil.copy(os.path.join(fixture, "state.tfstate"), terraform.state())
            for tape, wanted in (("apply.rec.gz", expected["baseline"]), ("mutations.rec.gz", expected["baseline"] + expected["drift"])):
                started = time.monotonic()
                account.replay(os.path.join(recordings, tape))
                seconds = time.monotonic() - started
                told = beyond_emptiness(terraform.refresh())
                wanted = [{k: v for k, v in w.items() if k != "toldBy"} for w in wanted]
                differ = [a for a in sorted({*told, *(w["address"] for w in wanted)}) if told.get(a) != next((w for w in wanted if w["address"] == a), None)]
                print(f"{tape}: replayed in {seconds:.1f} s, {len(told)} addresses flagged, {len(wanted)} as recorded, {len(differ)} differ")
                for address in differ:
                    print("  ", address, "replay:", told.get(address), "recorded:", next((w for w in wanted if w["address"] == address), None))
                wrong += len(differ)
        finally:
            terraform.close()
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("record", "verify"))
    parser.add_argument("estate")
    parser.add_argument("--plugins", default=os.environ.get("TF_PLUGINS"), help="a folder with Terraform's AWS provider")
    given = parser.parse_args()
    if not given.plugins:
        parser.error("say where Terraform's AWS provider lies: --plugins DIR or TF_PLUGINS")
    {"record": record, "verify": verify}[given.command](os.path.abspath(given.estate), given.plugins)
