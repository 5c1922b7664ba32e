# The night shift was deleted.
aws scheduler delete-schedule-group --name museum-night
