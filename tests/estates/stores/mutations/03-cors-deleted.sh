# The site's CORS configuration was deleted.
aws s3api delete-bucket-cors --bucket stores-site
