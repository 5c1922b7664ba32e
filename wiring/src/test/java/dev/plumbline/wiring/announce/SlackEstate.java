package dev.plumbline.wiring.announce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.util.json.GsonFactory;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.StackRecord.Message;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.publish.slack.ResponseUrls;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.wiring.publish.SlackMessages;
import dev.plumbline.wiring.settings.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** Slack, the store and the secrets, as far as messages need them. */
public final class SlackEstate implements AutoCloseable {

  public final List<Finding> findings = new CopyOnWriteArrayList<>();
  public final List<Remediation> remediations = new CopyOnWriteArrayList<>();
  public final Map<String, String> objects = new ConcurrentHashMap<>();
  private final Stacks store = new Store();
  private final Leases leases = new Holders();
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  public SlackEstate() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(501)));
    answer("/api/chat.postMessage", "{\"ok\":true,\"channel\":\"C012AB3CD\",\"ts\":\"1.1\"}");
    answer("/api/chat.update", "{\"ok\":true,\"channel\":\"C012AB3CD\",\"ts\":\"1.1\"}");
    answer("/actions/1", "ok");
  }

  public void answer(String path, String json) {
    server.stubFor(post(path).willReturn(okJson(json)));
  }

  public URI address() {
    return URI.create(server.baseUrl());
  }

  public SlackParts parts() {
    Secrets secrets = new Secrets(Vault::new, InstantSource.system());
    return SlackParts.of(
        address().resolve("/api/"),
        new ResponseUrls(address(), Duration.ofSeconds(5)),
        secrets,
        store,
        leases,
        new History(),
        memory());
  }

  public SlackMessages memory() {
    return new SlackMessages(store, new Bucket(), "reports");
  }

  /** The bodies sent to that path, in order. */
  public List<String> sent(String path) {
    return server.getAllServeEvents().reversed().stream()
        .filter(event -> event.getRequest().getUrl().equals(path))
        .map(event -> event.getRequest().getBodyAsString())
        .toList();
  }

  public int requests() {
    return server.getAllServeEvents().size();
  }

  /** What the last message sent to that method says and offers, a line each. */
  public String said(String method) {
    return texts(form(sent("/api/" + method).getLast()).getOrDefault("blocks", ""));
  }

  /** Blocks as the SDK's model reads them; one of a kind it does not know fails. */
  public static String texts(String json) {
    List<LayoutBlock> blocks =
        GsonFactory.createSnakeCase()
            .fromJson(json, new TypeToken<List<LayoutBlock>>() {}.getType());
    List<String> texts = new ArrayList<>();
    for (LayoutBlock block : blocks) {
      switch (block) {
        case HeaderBlock header -> texts.add(header.getText().getText());
        case SectionBlock section -> texts.add(section.getText().getText());
        case ContextBlock context ->
            context.getElements().forEach(it -> texts.add(((PlainTextObject) it).getText()));
        case ActionsBlock actions ->
            actions
                .getElements()
                .forEach(it -> texts.add("[" + ((ButtonElement) it).getText().getText() + "]"));
        default -> throw new AssertionError("an unknown kind of block: " + block);
      }
    }
    return String.join("\n", texts);
  }

  /** What a form's body holds. */
  public static Map<String, String> form(String body) {
    Map<String, String> form = new ConcurrentHashMap<>();
    Arrays.stream(body.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return form;
  }

  private final class Store implements Stacks {
    private final Map<String, Message> messages = new ConcurrentHashMap<>();

    @Override
    public Optional<StackRecord> find(String stack) {
      return Optional.of(
          new StackRecord(
              stack,
              "",
              StackStatus.SCANNED,
              "",
              new Summary(0, 0, 0, 0, 0, 0, 0, 0, 1.0, 0, 0),
              "",
              Instant.EPOCH,
              "",
              1,
              "",
              Optional.of(new StackRecord.Issue("acme/infra", 7)),
              Optional.ofNullable(messages.get(stack))));
    }

    @Override
    public List<StackRecord> list(Optional<String> after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public StackRecord scanned(StackReport report, Scan scan, boolean whole) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Finding> findings(String stack) {
      return findings;
    }

    @Override
    public void decided(String stack, Collection<String> fingerprints, Finding.Decision decision) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void issue(String stack, Optional<StackRecord.Issue> issue) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void message(String stack, Optional<Message> message) {
      message.ifPresentOrElse(it -> messages.put(stack, it), () -> messages.remove(stack));
    }
  }

  private static final class Holders implements Leases {
    private final Map<String, String> holders = new ConcurrentHashMap<>();

    @Override
    public boolean take(String name, String holder, Duration length) {
      return holder.equals(holders.computeIfAbsent(name, _ -> holder));
    }

    @Override
    public void release(String name, String holder) {
      holders.remove(name, holder);
    }
  }

  private final class History implements RemediationStore {
    @Override
    public List<Remediation> of(String stack, int limit) {
      return remediations.stream().filter(it -> it.stack().equals(stack)).limit(limit).toList();
    }

    @Override
    public Optional<Remediation> find(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Remediation> open(String stack) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Remediation> unfinished(int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean create(Remediation remediation) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(Remediation before, Remediation after) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Bucket implements S3Client {
    @Override
    public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
      String object = objects.get(request.key());
      if (object == null) {
        throw NoSuchKeyException.builder().statusCode(404).build();
      }
      return ResponseBytes.fromByteArray(
          GetObjectResponse.builder().build(), object.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
      try (InputStream in = body.contentStreamProvider().newStream()) {
        objects.put(request.key(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return PutObjectResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private static final class Vault implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      return GetSecretValueResponse.builder()
          .secretString("value-of-" + request.secretId())
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  @Override
  public void close() {
    server.stop();
  }
}
