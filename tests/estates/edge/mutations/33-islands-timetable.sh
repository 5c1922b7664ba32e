# The islands' timetable comes from elsewhere.
api=$(aws --region eu-west-1 apigatewayv2 get-apis --query "Items[?Name=='ferry-islands'].ApiId" --output text)
integration=$(aws --region eu-west-1 apigatewayv2 get-integrations --api-id "$api" --query 'Items[0].IntegrationId' --output text)
aws --region eu-west-1 apigatewayv2 update-integration --api-id "$api" --integration-id "$integration" --integration-uri https://elsewhere.example > /dev/null
