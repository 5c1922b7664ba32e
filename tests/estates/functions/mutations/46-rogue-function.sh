# A function was made by hand.
d=$(mktemp -d)
printf "def handler(event, context):\n    return 1\n" > "$d/party.py"
(cd "$d" && python3 -c "import zipfile; zipfile.ZipFile(\"party.zip\", \"w\").writestr(zipfile.ZipInfo(\"party.py\", (2026, 1, 1, 0, 0, 0)), open(\"party.py\").read())")
aws lambda create-function --function-name museum-party --role arn:aws:iam::123456789012:role/museum-guide --runtime python3.12 --handler party.handler --zip-file "fileb://$d/party.zip" > /dev/null
rm -r "$d"
echo "UNMANAGED aws_lambda_function museum-party"
