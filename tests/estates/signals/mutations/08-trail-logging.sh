# The trail was started.
aws cloudtrail start-logging --name signals-watch
