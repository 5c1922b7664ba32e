# The northern stream was deleted; the north-eastern one is still there.
aws logs delete-log-stream --log-group-name /signals/lamp --log-stream-name north
