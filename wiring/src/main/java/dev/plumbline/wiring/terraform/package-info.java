/**
 * What Terraform's code says and no state records: {@code ignore_changes} and the providers' {@code
 * ignore_tags}. Reads the structure of HCL and of its JSON form, evaluates nothing, follows local
 * modules only, and never goes to the network.
 */
@NullMarked
package dev.plumbline.wiring.terraform;

import org.jspecify.annotations.NullMarked;
