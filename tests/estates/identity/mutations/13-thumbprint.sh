# The pipeline's provider trusts another certificate.
aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn arn:aws:iam::123456789012:oidc-provider/ci.identity.example --thumbprint-list 0000000000000000000000000000000000000000
