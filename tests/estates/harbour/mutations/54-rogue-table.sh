# Somebody made a table by hand.
aws dynamodb create-table --table-name harbour-rogue --billing-mode PAY_PER_REQUEST --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH > /dev/null
echo UNMANAGED aws_dynamodb_table harbour-rogue
