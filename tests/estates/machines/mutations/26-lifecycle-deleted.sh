# The stitch repository keeps everything.
aws ecr delete-lifecycle-policy --repository-name machines/stitch >/dev/null
