# Somebody made a set of addresses.
id=$(aws wafv2 create-ip-set --name identity-rogue --scope REGIONAL --ip-address-version IPV4 --addresses 192.0.2.0/24 --query Summary.Id --output text)
echo "UNMANAGED aws_wafv2_ip_set $id/identity-rogue/REGIONAL"
