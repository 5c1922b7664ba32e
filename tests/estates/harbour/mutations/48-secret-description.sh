# A secret's description was edited.
aws secretsmanager update-secret --secret-id harbour/database --description 'Ask the quay team' > /dev/null
