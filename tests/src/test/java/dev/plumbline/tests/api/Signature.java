package dev.plumbline.tests.api;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Checks a signature as the gateway does: by signing what came with the same key at the same time.
 */
final class Signature {

  static final String KEY = "AKIDEXAMPLE";
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private static final Pattern FORM =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-west-1/execute-api/aws4_request, "
              + "SignedHeaders=([a-z0-9;-]+), Signature=[0-9a-f]{64}");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

  private Signature() {}

  static boolean holds(String method, String uri, Map<String, String> headers, byte[] body) {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    String signature = lower.getOrDefault("authorization", "");
    Matcher form = FORM.matcher(signature);
    if (!form.matches()) {
      return false;
    }
    SdkHttpRequest.Builder came =
        SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(URI.create(uri));
    for (String name : List.of(form.group(1).split(";"))) {
      if (!name.startsWith("x-amz-") && !name.equals("host")) {
        came.putHeader(name, lower.getOrDefault(name, ""));
      }
    }
    Clock then =
        Clock.fixed(
            LocalDateTime.parse(lower.get("x-amz-date"), DATE).toInstant(ZoneOffset.UTC),
            ZoneOffset.UTC);
    return signed(came.build(), body, then).equals(signature);
  }

  private static String signed(SdkHttpRequest came, byte[] body, Clock then) {
    return AwsV4HttpSigner.create()
        .sign(
            request ->
                request
                    .identity(AwsCredentialsIdentity.create(KEY, SECRET))
                    .request(came)
                    .payload(() -> new ByteArrayInputStream(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                    .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, then))
        .request()
        .firstMatchingHeader("Authorization")
        .orElse("");
  }
}
