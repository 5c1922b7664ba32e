package dev.plumbline.wiring.doctor;

/**
 * Something that is not as it should be.
 *
 * @param what is wrong, one sentence
 * @param why it matters, one sentence
 * @param action what to do, one sentence
 */
public record Fault(String what, String why, String action) {}
