/** Amazon Cognito user pools and what belongs to them. Identity pools are another service. */
@NullMarked
package dev.plumbline.live.aws.cognitoidentityprovider;

import org.jspecify.annotations.NullMarked;
