/** Tests of the Cognito identity pools types. */
@NullMarked
package dev.plumbline.live.aws.cognitoidentity;

import org.jspecify.annotations.NullMarked;
