package dev.plumbline.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * A small estate that Terraform itself built on an emulated account: its code lies in a bare
 * repository, its state in S3. It is real where a recorded estate is not: it can be planned and
 * applied again.
 */
final class TerraformShop implements AutoCloseable {

  static final String REPOSITORY = "acme/shop";
  static final String STATES = "states";
  static final String PLANS = "plans";

  private static final String STATE = "shop/terraform.tfstate";
  private static final String LOCK = STATE + ".tflock";

  private final Path folder;
  private final Path work;
  private final Emulator emulator;
  private final S3Client s3;

  private TerraformShop(Path folder, Emulator emulator) {
    this.folder = folder;
    this.work = folder.resolve("work");
    this.emulator = emulator;
    this.s3 = EmulatedAws.client(S3Client.builder().forcePathStyle(true), emulator.endpoint());
  }

  /** What is not on this machine; empty where Terraform can be run. */
  static Optional<String> missing() {
    if (Stream.of("terraform", "git", "jq").anyMatch(each -> onPath(each).isEmpty())) {
      return Optional.of("terraform, git and jq are not all on the PATH");
    }
    return plugins().isPresent()
        ? Optional.empty()
        : Optional.of("PLUMBLINE_TF_PLUGINS names no folder of Terraform's providers");
  }

  static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(each -> Path.of(each, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> plugins() {
    return Optional.ofNullable(
            System.getProperty("plumbline.tf.plugins", System.getenv("PLUMBLINE_TF_PLUGINS")))
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  /** Starts an account and lets Terraform build the shop in it. */
  static TerraformShop build(Path folder) throws Exception {
    TerraformShop shop = new TerraformShop(folder, EmulatorKind.MOTO.start(System.err::println));
    try {
      shop.prepare();
      return shop;
    } catch (Exception e) {
      shop.close();
      throw e;
    }
  }

  private void prepare() throws Exception {
    for (String bucket : List.of(STATES, PLANS)) {
      s3.createBucket(ask -> ask.bucket(bucket));
      s3.putBucketVersioning(
          ask ->
              ask.bucket(bucket)
                  .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    }
    Files.writeString(
        folder.resolve("terraformrc"),
        """
        disable_checkpoint = true
        provider_installation {
          filesystem_mirror { path = "%s" }
        }
        """
            .formatted(plugins().orElseThrow()));
    Path bare = Files.createDirectories(folder.resolve("git").resolve(REPOSITORY + ".git"));
    run(bare, "git", "init", "-q", "--bare", "--initial-branch=main");
    Files.createDirectories(work.resolve("infra"));
    run(work, "git", "init", "-q", "--initial-branch=main");
    run(work, "git", "remote", "add", "origin", bare.toString());
    try (InputStream shipped = TerraformShop.class.getResourceAsStream("shop/main.tf")) {
      Files.copy(shipped, work.resolve("infra/main.tf"));
    }
    Files.writeString(work.resolve(".gitignore"), ".terraform/\n");
    terraform("init");
    commit("Open the shop");
    terraform("apply", "-auto-approve");
  }

  URI endpoint() {
    return emulator.endpoint();
  }

  S3Client s3() {
    return s3;
  }

  String stateUri() {
    return "s3://%s/%s".formatted(STATES, STATE);
  }

  JsonNode state() throws IOException {
    byte[] state = s3.getObjectAsBytes(ask -> ask.bucket(STATES).key(STATE)).asByteArray();
    return new ObjectMapper().readTree(state);
  }

  /** What a run needs to reach this shop and nothing else. */
  Map<String, String> environment() {
    return Map.of(
        "TF_CLI_CONFIG_FILE",
        folder.resolve("terraformrc").toString(),
        "PLUMBLINE_GIT_BASE",
        folder.resolve("git").toString(),
        "AWS_ACCESS_KEY_ID",
        Emulator.ACCOUNT,
        "AWS_SECRET_ACCESS_KEY",
        "none",
        "AWS_REGION",
        "us-east-1",
        "AWS_DEFAULT_REGION",
        "us-east-1",
        "AWS_ENDPOINT_URL",
        endpoint().toString(),
        "AWS_CA_BUNDLE",
        "");
  }

  /** Changes the code and pushes it; returns the commit. */
  String edit(String from, String to) throws Exception {
    Path main = work.resolve("infra/main.tf");
    String code = Files.readString(main);
    if (!code.contains(from)) {
      throw new IllegalArgumentException("The code has no " + from);
    }
    Files.writeString(main, code.replace(from, to));
    return commit("Change " + from);
  }

  String commit() throws Exception {
    return run(work, "git", "rev-parse", "HEAD").strip();
  }

  /** What somebody else does at their own desk. */
  void terraform(String verb, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("terraform", verb, "-input=false", "-no-color"));
    command.addAll(List.of(arguments));
    run(work.resolve("infra"), command.toArray(String[]::new));
  }

  /** Holds the state's lock as Terraform itself would. */
  void lock() {
    String info =
        """
        {"ID":"11111111-2222-3333-4444-555555555555","Operation":"OperationTypeApply","Info":"",
         "Who":"ana@desk","Version":"1.11.4","Created":"2026-11-21T09:00:00.0Z","Path":"states/shop/terraform.tfstate"}
        """;
    s3.putObject(ask -> ask.bucket(STATES).key(LOCK), RequestBody.fromString(info));
  }

  void unlock() {
    s3.deleteObject(ask -> ask.bucket(STATES).key(LOCK));
  }

  private String commit(String message) throws Exception {
    run(work, "git", "add", "-A");
    run(
        work,
        "git",
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.com",
        "commit",
        "-qm",
        message);
    run(work, "git", "push", "-q", "origin", "main");
    return commit();
  }

  private String run(Path in, String... command) throws Exception {
    Path output = Files.createTempFile(folder, "output", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = new HashMap<>(environment());
    environment.values().removeIf(String::isEmpty);
    builder.environment().remove("AWS_CA_BUNDLE");
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(300, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(
          "%s failed: %s".formatted(List.of(command), Files.readString(output, UTF_8)));
    }
    return Files.readString(output, UTF_8);
  }

  @Override
  public void close() {
    s3.close();
    emulator.close();
  }
}
