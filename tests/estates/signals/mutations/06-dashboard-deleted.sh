# The old dashboard was deleted.
aws cloudwatch delete-dashboards --dashboard-names signals-old
