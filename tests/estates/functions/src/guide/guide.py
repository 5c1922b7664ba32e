def handler(event, context):
    return {"statusCode": 200, "body": "open from nine to five"}
