/**
 * The CDK app that deploys Plumbline: one typed configuration, one stack, one construct for each
 * concern. It knows the functions by the path of their zip and the name of their handler, and what
 * they may read by {@code permissions.json}. Nothing of the product's own code is called here, and
 * nothing here runs in the deployed service.
 */
@NullMarked
package dev.plumbline.cdk;

import org.jspecify.annotations.NullMarked;
