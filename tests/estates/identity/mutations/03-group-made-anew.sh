# A group was deleted, and made anew in another place.
aws iam delete-group --group-name identity-guests
aws iam create-group --group-name identity-guests --path /elsewhere/ > /dev/null
