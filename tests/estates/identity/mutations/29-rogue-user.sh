# Somebody made a user with a key and administrator rights.
aws iam create-user --user-name identity-rogue > /dev/null
echo UNMANAGED aws_iam_user identity-rogue
aws iam attach-user-policy --user-name identity-rogue --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
echo UNMANAGED aws_iam_user_policy_attachment identity-rogue/arn:aws:iam::aws:policy/AdministratorAccess
aws iam put-user-policy --user-name identity-rogue --policy-name all --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
echo UNMANAGED aws_iam_user_policy identity-rogue:all
aws iam add-user-to-group --user-name identity-rogue --group-name identity-audit
echo UNMANAGED aws_iam_user_group_membership identity-rogue/identity-audit
