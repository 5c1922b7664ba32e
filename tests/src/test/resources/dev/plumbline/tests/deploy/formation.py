"""moto_server whose CloudFormation takes whole templates.

moto 5.2.1 hands out nothing of a stack within a stack, nothing of what a change set made and no version of a function; it makes
no aliases of functions and no secrets; and where a template refers to a resource of a type that it does not make, all of the
template fails. Here these are mended. A resource of any other type that moto does not make is only a name, and the log tells of
it: "stand-in: TYPE".
"""

import json
import logging
import secrets
import sys

from moto.awslambda.models import LambdaVersion, lambda_backends
from moto.cloudformation import parsing
from moto.cloudformation.models import ChangeSet, Stack
from moto.cloudformation.parsing import OutputMap
from moto.secretsmanager.models import secretsmanager_backends


def output(self, name):
    return self.output_map[name.removeprefix("Outputs.")].value


class StandIn:
    kind = ""

    def __init__(self, name):
        self.name = name

    @classmethod
    def has_cfn_attr(cls, attr):
        return True

    @staticmethod
    def is_created():
        return True

    @property
    def physical_resource_id(self):
        return self.name

    def get_cfn_attribute(self, attribute):
        return f"{self.name}:{attribute}"

    def delete(self, account, region):
        pass

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = cloudformation_json.get("Properties", {})
        if cls.kind == "AWS::Lambda::Alias":
            alias = lambda_backends[account_id][region_name].create_alias(
                properties["Name"], properties["FunctionName"], properties["FunctionVersion"], "", None
            )
            return cls(alias.arn)
        if cls.kind == "AWS::SecretsManager::Secret":
            made = secretsmanager_backends[account_id][region_name].create_secret(
                name=resource_name,
                secret_string=secrets.token_urlsafe(48),
                secret_binary=None,
                description=None,
                tags=None,
                kms_key_id=None,
                client_request_token=None,
                replica_regions=[],
                force_overwrite=False,
            )
            return cls(json.loads(made)["ARN"])
        print("stand-in:", cls.kind, file=sys.stderr)
        return cls(f"arn:aws:none:{region_name}:{account_id}:{resource_name}")

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        pass


known = parsing.resource_class_from_type


def or_stand_in(kind):
    return known(kind) or type("StandIn", (StandIn,), {"kind": kind})


def applied(self):
    self.stack.resource_map.update(self.template_dict, self.parameters)
    self.stack.output_map = OutputMap(self.stack.resource_map, self.template_dict, self.stack.stack_id)


logging.getLogger("moto.cloudformation.parsing").setLevel(logging.ERROR)
ChangeSet.apply = applied
parsing.resource_class_from_type = or_stand_in
Stack.get_cfn_attribute = output
LambdaVersion.get_cfn_attribute = lambda self, name: str(self.version)

from moto.server import main  # noqa: E402

main()
