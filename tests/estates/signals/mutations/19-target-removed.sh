# The stream's target was removed.
aws events remove-targets --rule signals-dusk --ids stream > /dev/null
