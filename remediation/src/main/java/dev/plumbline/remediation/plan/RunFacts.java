package dev.plumbline.remediation.plan;

/**
 * What a run says of itself, in {@code run.json}.
 *
 * @param commit the commit it checked out, "" for a directory at hand
 * @param tool {@code terraform} or {@code tofu}
 * @param toolVersion such as {@code 1.11.4}
 * @param serial the state's that it planned against
 * @param lineage the state's
 * @param exitCode of {@code plan -detailed-exitcode}: 0 for nothing to do, 2 for something
 * @param lockFileSha256 of the dependency lock file, "" where there is none
 */
public record RunFacts(
    String commit,
    String tool,
    String toolVersion,
    long serial,
    String lineage,
    int exitCode,
    String lockFileSha256) {}
