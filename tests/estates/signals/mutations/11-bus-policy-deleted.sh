# The land's bus lost its policy.
aws events remove-permission --event-bus-name signals-land --remove-all-permissions
