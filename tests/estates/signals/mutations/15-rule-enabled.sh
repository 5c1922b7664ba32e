# The dawn's rule was switched on.
aws events enable-rule --name signals-dawn
