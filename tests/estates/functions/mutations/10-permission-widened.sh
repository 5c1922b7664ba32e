# Any rule may ring the bell.
aws lambda remove-permission --function-name museum-guide --statement-id bell
aws lambda add-permission --function-name museum-guide --statement-id bell --action lambda:InvokeFunction --principal events.amazonaws.com --source-arn "arn:aws:events:us-east-1:123456789012:rule/*" > /dev/null
