# Tracking was led to another host.
api=$(aws apigateway get-rest-apis --query "items[?name=='shipping'].id" --output text)
resource=$(aws apigateway get-resources --rest-api-id "$api" --query "items[?path=='/parcels/{parcel}'].id" --output text)
aws apigateway put-integration --rest-api-id "$api" --resource-id "$resource" --http-method GET --type HTTP_PROXY --integration-http-method GET --uri "https://tracking.example.org/parcels/{parcel}" --timeout-in-millis 3000 > /dev/null
