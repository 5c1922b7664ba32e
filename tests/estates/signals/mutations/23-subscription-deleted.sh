# The lamp's log is no longer delivered.
aws logs delete-subscription-filter --log-group-name /signals/lamp --filter-name lamp
