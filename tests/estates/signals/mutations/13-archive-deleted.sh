# The land's archive was deleted.
aws events delete-archive --archive-name signals-land
