# A group was moved to another path.
aws iam update-group --group-name identity-audit --new-path /elsewhere/
