# Somebody made a group.
aws iam create-group --group-name identity-rogues > /dev/null
echo UNMANAGED aws_iam_group identity-rogues
aws iam put-group-policy --group-name identity-rogues --policy-name all --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
echo UNMANAGED aws_iam_group_policy identity-rogues:all
