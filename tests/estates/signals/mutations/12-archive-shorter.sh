# Ships are archived for a day.
aws events update-archive --archive-name signals-sea --retention-days 1 --description 'Every ship for a day' --event-pattern '{"source":["signals.ship"]}' > /dev/null
