# The western stream was deleted.
aws --region us-west-2 kinesis delete-stream --stream-name signals-demand
