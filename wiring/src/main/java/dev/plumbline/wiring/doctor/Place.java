package dev.plumbline.wiring.doctor;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.engine.config.StackEntry;
import java.util.LinkedHashSet;
import java.util.Set;
import software.amazon.awssdk.arns.Arn;

/** An account's region: events, and the rules that forward them, are of one. */
record Place(String account, String region) {

  /** Where IAM, CloudFront and Route 53 tell of what is done to them, wherever it is done. */
  private static final String GLOBAL = "us-east-1";

  private static final String COMMERCIAL = "aws";

  /** Where something is that its ARN names. */
  static Place of(Arn arn) {
    return new Place(arn.accountId().orElse(""), arn.region().orElse(""));
  }

  @Override
  public String toString() {
    return region + " of " + account;
  }

  /**
   * Where the configured stacks have resources, as far as the configuration tells.
   *
   * @param service where the service runs; its account is that of whatever names none
   */
  static Set<Place> of(Configuration configuration, Arn service) {
    Place home = of(service);
    String region = configuration.defaults().region().orElse(home.region());
    Set<Place> places = new LinkedHashSet<>();
    places.add(new Place(home.account(), region));
    for (StackEntry entry : configuration.stacks()) {
      Settings settings = entry.settings();
      String usual = settings.region().orElse(region);
      places.add(new Place(home.account(), usual));
      settings
          .providers()
          .values()
          .forEach(
              each ->
                  places.add(
                      new Place(
                          each.account().orElse(home.account()), each.region().orElse(usual))));
    }
    if (service.partition().equals(COMMERCIAL)) {
      Set<String> accounts = new LinkedHashSet<>(configuration.accounts().keySet());
      places.forEach(each -> accounts.add(each.account()));
      accounts.forEach(account -> places.add(new Place(account, GLOBAL)));
    }
    return places;
  }
}
