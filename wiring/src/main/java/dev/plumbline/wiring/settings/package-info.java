/**
 * Where a deployed Plumbline takes its settings from: environment variables, the configuration's
 * text in S3 or Parameter Store, secrets in Secrets Manager. Nothing here knows what a setting is
 * for, and no secret's value leaves but to who asked for it.
 */
@NullMarked
package dev.plumbline.wiring.settings;

import org.jspecify.annotations.NullMarked;
