package dev.plumbline.state;

/**
 * Which state was read: where it came from and which version of it.
 *
 * @param uri the state's place, a file path or {@code s3://bucket/key}
 * @param versionId the S3 version id, else the ETag; "" for a file
 * @param serial the state's own counter
 * @param lineage the state's own identity across serials
 * @param tool {@code terraform} or {@code opentofu}, as far as the state tells
 * @param toolVersion the version that wrote it
 */
public record StateIdentity(
    String uri, String versionId, long serial, String lineage, String tool, String toolVersion) {}
