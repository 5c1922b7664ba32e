# The guide may be called by anyone, from anywhere.
aws lambda update-function-url-config --function-name museum-guide --auth-type NONE --cors "AllowOrigins=*,AllowMethods=*" > /dev/null
