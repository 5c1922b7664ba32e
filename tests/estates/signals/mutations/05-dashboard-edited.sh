# The watch's dashboard lost a widget.
aws cloudwatch put-dashboard --dashboard-name signals-watch --dashboard-body '{"widgets":[{"type":"text","x":12,"y":0,"width":6,"height":2,"properties":{"markdown":"# Watch"}}]}' > /dev/null
