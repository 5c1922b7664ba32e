# The courier's key was switched off.
key=$(aws apigateway get-api-keys --query "items[?name=='restapis-courier'].id" --output text)
aws apigateway update-api-key --api-key "$key" --patch-operations op=replace,path=/enabled,value=false op=replace,path=/customerId,value=nobody > /dev/null
