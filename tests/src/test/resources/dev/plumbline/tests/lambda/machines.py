"""moto_server whose state machines run, and invoke Lambda functions where LAMBDA_STAND_IN says.

moto 5.2.1 keeps state machines that CloudFormation made in one place and looks for those that it executes in another, copies
an execution while it runs, which fails, and runs functions in Docker alone. It copies a whole table for each write of a transaction
and keeps the copies, sorts a whole table for each query, and looks through its own folders for each request: a run over 68 stacks took
19 GB of memory, and each took longer than the one before. Here these are mended, and nothing else; and where an item of a distributed
map ends by an error of moto's own, which counts as the item's failure there, the log says so.
"""

import json
import logging
import os
import urllib.request
from collections import defaultdict

from moto import backends
from moto.awslambda.models import LambdaFunction
from moto.core.config import default_user_config
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.table import Table
from moto.stepfunctions import models
from moto.stepfunctions.parser import models as executing
from moto.stepfunctions.parser.backend.execution import Execution

# Longer than a function may take.
PATIENCE = 1000


def invoke(self, event=None):
    body = event if isinstance(event, str) else json.dumps(event or {})
    address = f"{os.environ['LAMBDA_STAND_IN']}/2015-03-31/functions/{self.function_name}/invocations"
    request = urllib.request.Request(address, data=body.encode(), method="POST")
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return answer.read().decode(), bool(answer.headers.get("X-Amz-Function-Error")), ""


def holding(table, items):
    other = object.__new__(Table)
    other.__dict__.update(table.__dict__)
    other.items = defaultdict(dict, items)
    return other


def before(table):
    """A table as it is before a transaction, to come back to: transactions here put and delete items, and change none."""
    return holding(table, {key: dict(items) if table.has_range_key else items for key, items in table.items.items()})


def transact(self, writes):
    kept = {}

    def once(table, memo):
        if table.name not in kept:
            kept[table.name] = before(table)
        return kept[table.name]

    Table.__deepcopy__ = once
    return transact_write_items(self, writes)


def query(self, hash_key, *options, **more):
    of_an_index = len(options) > 6 and options[6]
    some = {key: self.items[key] for key in [hash_key] if key in self.items}
    return table_query(self if of_an_index else holding(self, some), hash_key, *options, **more)


items = logging.getLogger("moto.stepfunctions.parser.asl.component.state.exec.state_map")
items.addHandler(logging.StreamHandler())
items.setLevel(logging.DEBUG)
default_user_config["stepfunctions"]["execute_state_machine"] = True
models.stepfunctions_backends = executing.stepfunctions_parser_backends
Execution.__deepcopy__ = lambda self, memo: self
LambdaFunction._invoke_lambda = invoke
transact_write_items = DynamoDBBackend.transact_write_items
DynamoDBBackend.transact_write_items = transact
table_query = Table.query
Table.query = query
modules = list(backends.list_of_moto_modules())
backends.list_of_moto_modules = lambda: modules

from moto.server import main  # noqa: E402

main()
