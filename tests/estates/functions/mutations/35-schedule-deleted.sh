# Nobody cleans any more.
aws scheduler delete-schedule --name clean --group-name default
