# The workers' sessions last longer.
aws iam update-role --role-name harbour-task --max-session-duration 43200 --description 'What the workers do'
