# Bags are no longer checked.
aws stepfunctions delete-activity --activity-arn arn:aws:states:us-east-1:123456789012:activity:museum-bags
