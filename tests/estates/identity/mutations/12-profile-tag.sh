# The machines' profile was relabelled.
aws iam tag-instance-profile --instance-profile-name identity-machine --tags Key=Name,Value=other
