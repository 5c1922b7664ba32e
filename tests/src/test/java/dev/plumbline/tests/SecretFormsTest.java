package dev.plumbline.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who looks for secrets finds them, or would prove nothing. */
class SecretFormsTest {

  private static final String SECRET = SecretForms.SECRET.formatted(17);

  private final SecretForms forms = SecretForms.of(List.of(SECRET));

  static Stream<String> written() throws Exception {
    JsonMapper ascii = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    byte[] bytes = SECRET.getBytes(UTF_8);
    return Stream.of(
        SECRET,
        SECRET.lines().toList().getFirst(),
        SECRET.lines().toList().getLast(),
        SECRET.replace("\n", "\\n"),
        SECRET.toUpperCase(Locale.ROOT),
        new StringBuilder(SECRET).reverse().toString(),
        ascii.writeValueAsString(SECRET),
        ascii.writeValueAsString(ascii.writeValueAsString(SECRET)),
        URLEncoder.encode(SECRET, UTF_8),
        "%77%6F%6C%66%72%61%6D%69%74%65",
        "\\u0077\\u006f\\u006C\\u0066\\u0072\\u0061\\u006d\\u0069\\u0074\\u0065",
        "&#119;&#111;&#108;&#102;&#114;&#97;&#109;&#105;&#116;&#101;",
        HexFormat.of().formatHex(bytes),
        HexFormat.of().withUpperCase().formatHex(bytes),
        Base64.getEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(("a" + SECRET).getBytes(UTF_8)),
        Base64.getMimeEncoder().encodeToString(("ab" + SECRET).getBytes(UTF_8)),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
        "sha1:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes)));
  }

  @ParameterizedTest
  @MethodSource("written")
  void a_secret_is_found_however_it_is_written(String written) {
    assertThat(forms.in("before " + written + " after")).isNotEmpty();
  }

  @Test
  void what_holds_none_is_found_to_hold_none() {
    assertThat(forms.in("(sensitive value) d29vZA== 776f6f64 " + "ab".repeat(32))).isEmpty();
  }
}
