# The harbour's delivery stream was deleted.
aws firehose delete-delivery-stream --delivery-stream-name signals-harbour
