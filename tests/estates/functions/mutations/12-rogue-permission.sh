# Somebody let another account call the guide.
aws lambda add-permission --function-name museum-guide --statement-id friend --action lambda:InvokeFunction --principal 210987654321 > /dev/null
echo "UNMANAGED aws_lambda_permission museum-guide/friend"
