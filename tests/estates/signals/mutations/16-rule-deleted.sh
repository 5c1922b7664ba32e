# The rule for wrecks was deleted.
aws events delete-rule --name signals-wreck --event-bus-name signals-sea
