# The stitch repository lost its policy.
aws ecr delete-repository-policy --repository-name machines/stitch >/dev/null
