# A secret got a new value by hand.
aws secretsmanager put-secret-value --secret-id identity/partner --secret-string not-a-real-one-by-hand > /dev/null
