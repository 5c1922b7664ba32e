package dev.plumbline.wiring.run;

/**
 * One stack of a run.
 *
 * @param stack its name
 * @param state where its state lies
 */
public record RunItem(String stack, String state) {}
