# The site begins with another page.
aws s3api put-bucket-website --bucket stores-site --website-configuration '{"IndexDocument":{"Suffix":"start.html"},"ErrorDocument":{"Key":"lost.html"}}'
