# The side door was left unguarded.
aws wafv2 disassociate-web-acl --resource-arn arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/identity-side/5d0a1b2c3d4e5f60
