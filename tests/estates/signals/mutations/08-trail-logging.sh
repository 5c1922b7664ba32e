# The second trail was started.
aws cloudtrail start-logging --name signals-reads
