# Log group /teashop/web keeps its logs one day instead of ninety.
aws logs put-retention-policy --log-group-name /teashop/web --retention-in-days 1
