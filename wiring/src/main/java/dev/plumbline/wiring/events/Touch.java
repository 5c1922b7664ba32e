package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report.Cause;

/**
 * That a change may concern a managed resource.
 *
 * @param deploy whether one of our own deployments made it, which is to end before it is looked at
 * @param aspect the action by which alone what was changed of it is read; "" where all may have
 *     been
 */
public record Touch(String stack, String address, Cause cause, boolean deploy, String aspect) {}
