package dev.plumbline.cli.remote;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs requests with Signature Version 4, anew for each attempt. Thread-safe. */
public final class Signing {

  private static final String SERVICE = "execute-api";

  private static final Pattern GATEWAY =
      Pattern.compile("[a-z0-9]+\\.execute-api\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");

  /** The client writes these itself. */
  private static final Set<String> RESTRICTED = Set.of("host", "content-length");

  private final AwsCredentialsProvider credentials;
  private final String region;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  /**
   * @param region where the address does not name one, as a domain of one's own does not
   */
  public Signing(AwsCredentialsProvider credentials, String region) {
    this.credentials = credentials;
    this.region = region;
  }

  /** The request, signed. */
  HttpRequest.Builder sign(String method, URI uri, Map<String, String> headers, byte[] body)
      throws RemoteException {
    SdkHttpRequest.Builder plain =
        SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(uri);
    headers.forEach(plain::putHeader);
    AwsCredentialsIdentity identity = identity();
    SdkHttpRequest signed =
        signer
            .sign(
                request ->
                    request
                        .identity(identity)
                        .request(plain.build())
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region(uri)))
            .request();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    for (Map.Entry<String, List<String>> header : new TreeMap<>(signed.headers()).entrySet()) {
      if (!RESTRICTED.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        header.getValue().forEach(value -> request.header(header.getKey(), value));
      }
    }
    return request.method(method, HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private AwsCredentialsIdentity identity() throws RemoteException {
    try {
      return credentials.resolveCredentials();
    } catch (SdkClientException none) {
      throw new RemoteException(
          "There are no AWS credentials to sign with: log in, or name a profile with --profile.",
          none);
    }
  }

  private String region(URI uri) {
    Matcher gateway = GATEWAY.matcher(String.valueOf(uri.getHost()));
    return gateway.matches() ? gateway.group(1) : region;
  }
}
