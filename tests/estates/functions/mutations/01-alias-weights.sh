# Half of the visitors are shown the unpublished guide.
aws lambda update-alias --function-name museum-guide --name open --description 'Trying it out' --routing-config '{"AdditionalVersionWeights":{"$LATEST":0.5}}' > /dev/null
