def handler(event, context):
    return {"relayed": len(event.get("Records", []))}


def tidy(event, context):
    return {}
