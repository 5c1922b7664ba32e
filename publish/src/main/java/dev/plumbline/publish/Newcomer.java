package dev.plumbline.publish;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.Cause;

/** A resource that somebody has made, and that no stack manages. */
public record Newcomer(Unmanaged resource, Cause cause) {}
