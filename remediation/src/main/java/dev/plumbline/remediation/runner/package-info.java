/**
 * What every runner has in common: the script that runs Terraform and OpenTofu, the orders it
 * takes, and what its exit status means. Where it runs is not this package's.
 */
@NullMarked
package dev.plumbline.remediation.runner;

import org.jspecify.annotations.NullMarked;
