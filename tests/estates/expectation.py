"""What is to be expected of a drift scan, from what Terraform's own refresh says."""

# What only a clock moves: Terraform reports it, and nobody wants to hear of it.
MOTION = {"aws_db_instance": {"latest_restorable_time"}}

# What a resource of its own may own of another: parent's type -> attribute -> (sibling's type, its attribute, the parent's attribute it names).
_RULES = [("aws_security_group_rule", "security_group_id", "id")]
SIBLINGS = {
    "aws_security_group": {
        "ingress": [*_RULES, ("aws_vpc_security_group_ingress_rule", "security_group_id", "id")],
        "egress": [*_RULES, ("aws_vpc_security_group_egress_rule", "security_group_id", "id")],
    },
    "aws_s3_bucket": {
        "policy": [("aws_s3_bucket_policy", "bucket", "id")],
        "versioning": [("aws_s3_bucket_versioning", "bucket", "id")],
        "server_side_encryption_configuration": [("aws_s3_bucket_server_side_encryption_configuration", "bucket", "id")],
    },
    "aws_iam_role": {
        "inline_policy": [("aws_iam_role_policy", "role", "name")],
        "managed_policy_arns": [("aws_iam_role_policy_attachment", "role", "name")],
    },
    "aws_iam_policy": {"attachment_count": [("aws_iam_role_policy_attachment", "policy_arn", "arn")]},
    "aws_network_acl": {d: [("aws_network_acl_rule", "network_acl_id", "id")] for d in ("ingress", "egress")},
    "aws_route_table": {"route": [("aws_route", "route_table_id", "id")]},
    "aws_vpc": {a: [("aws_main_route_table_association", "vpc_id", "id")] for a in ("default_route_table_id", "main_route_table_id")},
    "aws_vpc_endpoint": {"route_table_ids": [("aws_vpc_endpoint_route_table_association", "vpc_endpoint_id", "id")]},
}
for _kind in ("network_acl", "route_table", "security_group"):
    SIBLINGS[f"aws_default_{_kind}"] = SIBLINGS[f"aws_{_kind}"]


def filled(value):
    """The value without what is null or empty, at any depth; None where nothing is left."""
    if isinstance(value, dict):
        kept = {k: filled(v) for k, v in value.items()}
        return {k: v for k, v in kept.items() if v is not None} or None
    if isinstance(value, list):
        return [filled(v) for v in value] or None
    return None if value == "" else value


def beyond_emptiness(drift):
    """What a refresh reports, by address, where it is more than null against empty or a clock."""
    told = {}
    for resource in drift:
        before, after = resource["change"]["before"] or {}, resource["change"]["after"]
        if after is None:
            attributes = []
        else:
            attributes = sorted(k for k in {*before, *after} - MOTION.get(resource["type"], set()) if filled(before.get(k)) != filled(after.get(k)))
        if after is None or attributes:
            told[resource["address"]] = {"address": resource["address"], "type": resource["type"], "status": "DELETED" if after is None else "DRIFTED", "attributes": attributes}
    return dict(sorted(told.items()))


def managed(state):
    """Each managed instance's address with its type and attributes."""
    found = {}
    for resource in (r for r in state["resources"] if r["mode"] == "managed"):
        for instance in resource["instances"]:
            key = instance.get("index_key")
            index = "" if key is None else f"[{key}]" if isinstance(key, int) else f'["{key}"]'
            module = resource["module"] + "." if "module" in resource else ""
            found[f"{module}{resource['type']}.{resource['name']}{index}"] = (resource["type"], instance["attributes"])
    return found


def told_by_siblings(drift, state):
    """For each drifted parent, the attributes whose change drifted siblings of it tell already."""
    known = managed(state)
    for parent in (d for d in drift if d["type"] in SIBLINGS and d["status"] == "DRIFTED"):
        mine = known[parent["address"]][1]
        told = {}
        for attribute in set(parent["attributes"]) & set(SIBLINGS[parent["type"]]):
            for kind, theirs, named in SIBLINGS[parent["type"]][attribute]:
                owners = [d["address"] for d in drift if d["type"] == kind and known[d["address"]][1].get(theirs) == mine.get(named)]
                told.setdefault(attribute, []).extend(owners)
        told = {k: v for k, v in sorted(told.items()) if v}
        if told:
            parent["toldBy"] = told
    return drift
