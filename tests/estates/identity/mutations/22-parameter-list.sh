# A door was added to the list.
aws ssm put-parameter --name identity-doors --type StringList --value front,back,roof --tier Advanced --overwrite > /dev/null
