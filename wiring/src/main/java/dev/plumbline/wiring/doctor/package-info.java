/**
 * Looks at a configuration, and at a deployment of the service, for what would keep either from
 * working, and says what to mend. It reads and changes nothing; no secret's value is asked for.
 */
@NullMarked
package dev.plumbline.wiring.doctor;

import org.jspecify.annotations.NullMarked;
