# Visits are counted one by one, those of the north wing included.
u=$(aws lambda list-event-source-mappings --query "EventSourceMappings[?BatchSize==\`20\`].UUID" --output text)
aws lambda update-event-source-mapping --uuid "$u" --batch-size 1 --no-enabled --filter-criteria '{"Filters":[{"Pattern":"{\"body\":{\"age\":[{\"numeric\":[\">\",6]}]}}"}]}' > /dev/null
