# Policy teashop-orders was detached from role teashop-web.
aws iam detach-role-policy --role-name teashop-web --policy-arn arn:aws:iam::123456789012:policy/teashop-orders
