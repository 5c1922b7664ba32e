# A zone was made by hand.
z=$(aws route53 create-hosted-zone --name party.example --caller-reference party --query HostedZone.Id --output text)
echo "UNMANAGED aws_route53_zone ${z#/hostedzone/}"
