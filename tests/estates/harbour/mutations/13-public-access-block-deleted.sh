# The scratch bucket lost its public access block.
aws s3api delete-public-access-block --bucket harbour-scratch
