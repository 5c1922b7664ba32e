# The relay logs more and has more memory.
aws lambda update-function-configuration --function-name harbour-relay --memory-size 1024 --environment 'Variables={LEDGER=https://sqs.us-east-1.amazonaws.com/123456789012/harbour-ledger.fifo,LEVEL=debug}' > /dev/null
