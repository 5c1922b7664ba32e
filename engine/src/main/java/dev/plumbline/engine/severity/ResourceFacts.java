package dev.plumbline.engine.severity;

import dev.plumbline.engine.Report;

/**
 * What the policy knows of a resource.
 *
 * @param account "" where it is not known
 * @param region "" for global resources
 */
public record ResourceFacts(
    String type, String address, String id, String account, String region, Report.Status status) {}
