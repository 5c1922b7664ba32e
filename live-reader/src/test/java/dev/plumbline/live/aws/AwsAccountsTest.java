package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Whose credentials these are is asked for once, whenever it is begun. */
class AwsAccountsTest {

  private static final String HOME = "111122223333";

  private final CallCounter counter = new CallCounter();

  @Test
  void what_was_begun_before_is_one_of_the_scans_calls() {
    FakeSts sts = FakeSts.of(HOME);
    AwsAccounts accounts = accounts(sts);

    accounts.begin();
    accounts.begin();

    assertThat(accounts.home(counter)).isEqualTo(HOME);
    assertThat(accounts.home(counter)).isEqualTo(HOME);
    assertThat(counter.counts()).containsExactly(entry("sts:GetCallerIdentity", 1L));
    assertThat(sts.asked()).isOne();
  }

  @Test
  void where_that_failed_the_next_scan_asks_again() {
    FakeSts sts = FakeSts.expired();
    AwsAccounts accounts = accounts(sts);
    accounts.begin();

    for (int scan = 1; scan <= 2; scan++) {
      assertThatExceptionOfType(ReadFailure.class).isThrownBy(() -> accounts.home(counter));
      assertThat(sts.asked()).isEqualTo(scan);
    }
    assertThat(counter.counts()).containsExactly(entry("sts:GetCallerIdentity", 2L));
  }

  private static AwsAccounts accounts(FakeSts sts) {
    return new AwsAccounts(
        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
        Optional.of(URI.create("http://sts.invalid")),
        sts,
        "us-east-1",
        Map.of());
  }
}
