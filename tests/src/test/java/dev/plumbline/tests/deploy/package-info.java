/**
 * What the CDK app writes, held against the code that it deploys, and deployed to an emulated
 * account. The templates are the snapshots that the CDK app's own tests keep equal to what it
 * writes.
 */
@NullMarked
package dev.plumbline.tests.deploy;

import org.jspecify.annotations.NullMarked;
