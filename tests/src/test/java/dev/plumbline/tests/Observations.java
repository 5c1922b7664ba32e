package dev.plumbline.tests;

import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsAccounts;
import dev.plumbline.live.aws.AwsObserver;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.source.LocalState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What the readers answer for a state, before anything is compared. */
final class Observations {

  private Observations() {}

  /** One observation for each managed resource of the state. */
  static SequencedMap<RecordedResource, Observation> of(URI endpoint, Path state) {
    List<RecordedResource> resources = read(state);
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(Emulator.ACCOUNT, "none"));
    try (SdkHttpClient http = UrlConnectionHttpClient.create()) {
      AwsAccounts accounts =
          new AwsAccounts(credentials, Optional.of(endpoint), http, "us-east-1", Map.of());
      Observe.Answer answer =
          new AwsObserver(ResourceTypes.aws(), accounts).observe(question(resources));
      SequencedMap<RecordedResource, Observation> observed = new LinkedHashMap<>();
      for (int i = 0; i < resources.size(); i++) {
        observed.put(resources.get(i), answer.observed().get(i).observation());
      }
      return observed;
    }
  }

  private static List<RecordedResource> read(Path state) {
    List<RecordedResource> resources = new ArrayList<>();
    try {
      new LocalState(state).read(resources::add);
    } catch (StateException e) {
      throw new IllegalStateException(state + " cannot be read", e);
    }
    return resources;
  }

  private static Observe.Request question(List<RecordedResource> resources) {
    return new Observe.Request(
        "test", resources, "us-east-1", Map.of(), false, Instant.now().plusSeconds(60), _ -> {});
  }
}
