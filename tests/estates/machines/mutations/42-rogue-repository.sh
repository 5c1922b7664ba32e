# A repository was made by hand.
aws ecr create-repository --repository-name machines/rogue >/dev/null
echo "UNMANAGED aws_ecr_repository machines/rogue"
