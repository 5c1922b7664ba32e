/** Tests of the Cognito user pools types. */
@NullMarked
package dev.plumbline.live.aws.cognitoidentityprovider;

import org.jspecify.annotations.NullMarked;
