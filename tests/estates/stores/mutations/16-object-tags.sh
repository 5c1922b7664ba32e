# A page was tagged by hand.
aws s3api put-object-tagging --bucket stores-site --key lost.html --tagging "TagSet=[{Key=Page,Value=lost.html},{Key=Estate,Value=elsewhere}]"
