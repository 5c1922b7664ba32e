# The lens is no longer built.
aws codebuild delete-project --name signals-lens
