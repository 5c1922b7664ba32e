/**
 * AWS Secrets Manager: secrets and what is set on them. Their values are never fetched; whether
 * they exist and which version is current is all there is to see.
 */
@NullMarked
package dev.plumbline.live.aws.secretsmanager;

import org.jspecify.annotations.NullMarked;
