/** Amazon Cognito identity pools: who may take which role. User pools are another service. */
@NullMarked
package dev.plumbline.live.aws.cognitoidentity;

import org.jspecify.annotations.NullMarked;
