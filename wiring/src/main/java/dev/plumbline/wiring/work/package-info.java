/**
 * What people ask the service for, on its way from the face it came in by to the queue and from
 * there to whatever does it.
 */
@NullMarked
package dev.plumbline.wiring.work;

import org.jspecify.annotations.NullMarked;
