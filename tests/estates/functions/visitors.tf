resource "aws_cognito_user_pool" "visitors" {
  name                     = "museum-visitors"
  auto_verified_attributes = ["email"]
  username_attributes      = ["email"]
  mfa_configuration        = "OPTIONAL"
  deletion_protection      = "INACTIVE"

  password_policy {
    minimum_length                   = 12
    require_lowercase                = true
    require_numbers                  = true
    require_symbols                  = true
    require_uppercase                = true
    temporary_password_validity_days = 2
  }

  software_token_mfa_configuration {
    enabled = true
  }

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
    recovery_mechanism {
      name     = "verified_phone_number"
      priority = 2
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = true
    invite_message_template {
      email_subject = "Your ticket"
      email_message = "Welcome {username}, your first password is {####}"
      sms_message   = "{username} {####}"
    }
  }

  device_configuration {
    challenge_required_on_new_device      = true
    device_only_remembered_on_user_prompt = true
  }

  email_configuration {
    email_sending_account  = "COGNITO_DEFAULT"
    reply_to_email_address = "desk@museum.example"
  }

  lambda_config {
    pre_sign_up       = aws_lambda_function.guide["guide"].arn
    post_confirmation = aws_lambda_function.guide["counter"].arn
  }

  schema {
    name                     = "email"
    attribute_data_type      = "String"
    mutable                  = true
    required                 = true
    developer_only_attribute = false
    string_attribute_constraints {
      min_length = 5
      max_length = 200
    }
  }

  schema {
    name                     = "visits"
    attribute_data_type      = "Number"
    mutable                  = true
    required                 = false
    developer_only_attribute = false
    number_attribute_constraints {
      min_value = 0
      max_value = 1000
    }
  }

  verification_message_template {
    default_email_option  = "CONFIRM_WITH_LINK"
    email_message_by_link = "Follow {##this link##}"
    email_subject_by_link = "Confirm your address"
  }
}

resource "aws_cognito_user_pool" "guards" {
  name = "museum-guards"
}

resource "aws_cognito_user_pool_client" "app" {
  name                                 = "museum-app"
  user_pool_id                         = aws_cognito_user_pool.visitors.id
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = ["openid", "email"]
  callback_urls                        = ["https://museum.example/back"]
  logout_urls                          = ["https://museum.example/"]
  supported_identity_providers         = ["COGNITO"]
  explicit_auth_flows                  = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"]
  prevent_user_existence_errors        = "ENABLED"
  access_token_validity                = 30
  id_token_validity                    = 30
  refresh_token_validity               = 7

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }
}

resource "aws_cognito_user_pool_client" "till" {
  name                                 = "museum-till"
  user_pool_id                         = aws_cognito_user_pool.visitors.id
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = aws_cognito_resource_server.tickets.scope_identifiers
}

resource "aws_cognito_resource_server" "tickets" {
  identifier   = "https://tickets.museum.example"
  name         = "Tickets"
  user_pool_id = aws_cognito_user_pool.visitors.id

  scope {
    scope_name        = "sell"
    scope_description = "Sell tickets"
  }
  scope {
    scope_name        = "check"
    scope_description = "Check tickets"
  }
}

resource "aws_cognito_resource_server" "rooms" {
  identifier   = "rooms"
  name         = "Rooms"
  user_pool_id = aws_cognito_user_pool.guards.id
}

resource "aws_cognito_user_group" "of" {
  for_each = { friends = 3, curators = 1 }

  name         = each.key
  user_pool_id = aws_cognito_user_pool.visitors.id
  description  = "The ${each.key}"
  precedence   = each.value
  role_arn     = aws_iam_role.guide.arn
}

resource "aws_cognito_user_pool_domain" "visitors" {
  domain       = "museum-visitors"
  user_pool_id = aws_cognito_user_pool.visitors.id
}

resource "aws_cognito_user_pool_domain" "guards" {
  domain       = "museum-guards"
  user_pool_id = aws_cognito_user_pool.guards.id
}

resource "aws_cognito_identity_pool" "visitors" {
  identity_pool_name               = "museum visitors"
  allow_unauthenticated_identities = false
  developer_provider_name          = "museum.till"
  supported_login_providers        = { "graph.facebook.com" = "7346241598935552" }

  cognito_identity_providers {
    client_id               = aws_cognito_user_pool_client.app.id
    provider_name           = aws_cognito_user_pool.visitors.endpoint
    server_side_token_check = true
  }

  tags = { Desk = "north" }
}

resource "aws_cognito_identity_pool" "guards" {
  identity_pool_name               = "museum guards"
  allow_unauthenticated_identities = false
  allow_classic_flow               = true
}
