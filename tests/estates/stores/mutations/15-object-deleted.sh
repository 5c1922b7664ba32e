# The robots came and went.
aws s3api delete-object --bucket stores-site --key robots.txt > /dev/null
