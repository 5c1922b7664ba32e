package dev.plumbline.cdk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The IAM actions that the readers declare, from {@code permissions.json}. Immutable. */
final class ReaderPermissions {

  private static final String RESOURCE = "/permissions.json";
  private static final Pattern READING =
      Pattern.compile("[a-z0-9-]+:(Get|List|Describe|BatchGet|Head|Lookup)[A-Za-z0-9]*");

  /** IAM's other words for reading. */
  private static final Set<String> ALSO_READING = Set.of("apigateway:GET", "budgets:ViewBudget");

  /**
   * What S3 wants allowed for an object's metadata also hands out the object. Who manages objects
   * by code gives it to the role for those buckets alone; without it they are unreadable.
   */
  private static final Set<String> LEFT_TO_THE_OPERATOR = Set.of("s3:GetObject");

  /** They read, but what they hand out is content, which no comparison needs. */
  private static final Set<String> CONTENT =
      Set.of(
          "dynamodb:BatchGetItem",
          "dynamodb:GetItem",
          "dynamodb:GetRecords",
          "kinesis:GetRecords",
          "logs:GetLogEvents",
          "s3:GetObjectVersion",
          "secretsmanager:BatchGetSecretValue",
          "secretsmanager:GetSecretValue",
          "ssm:GetParameter",
          "ssm:GetParametersByPath",
          "sts:GetFederationToken",
          "sts:GetSessionToken");

  /** What is asked beside the readers: who changed what drifted. */
  private static final TypePermissions BESIDE =
      new TypePermissions("causes", List.of("cloudtrail:LookupEvents"));

  private final SortedMap<String, SortedSet<String>> actionsByService;

  private ReaderPermissions(SortedMap<String, SortedSet<String>> actionsByService) {
    this.actionsByService = actionsByService;
  }

  /** What one resource type's reader calls. */
  record TypePermissions(String type, List<String> actions) {}

  /**
   * The copy that the build keeps equal to what the readers declare, and what a scan asks beside.
   */
  static ReaderPermissions bundled() {
    try (InputStream json = ReaderPermissions.class.getResourceAsStream(RESOURCE)) {
      List<TypePermissions> types =
          new ArrayList<>(
              JsonMapper.builder()
                  .build()
                  .readValue(json, new TypeReference<List<TypePermissions>>() {}));
      types.add(BESIDE);
      return of(types);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the bundled permissions.json failed", e);
    }
  }

  /**
   * @throws InvalidDeployment when an action writes or hands out content; a reader that declares
   *     one is a bug, and is not deployed
   */
  static ReaderPermissions of(List<TypePermissions> types) {
    List<String> refused =
        types.stream()
            .flatMap(
                type ->
                    type.actions().stream()
                        .filter(action -> !mayBeGranted(action))
                        .map(
                            action ->
                                "%s asks for %s; a reader may only read, and never content"
                                    .formatted(type.type(), action)))
            .toList();
    if (!refused.isEmpty()) {
      throw new InvalidDeployment("permissions.json", refused);
    }
    SortedMap<String, SortedSet<String>> byService = new TreeMap<>();
    types.stream()
        .flatMap(type -> type.actions().stream())
        .filter(action -> !LEFT_TO_THE_OPERATOR.contains(action))
        .forEach(
            action ->
                byService.computeIfAbsent(serviceOf(action), _ -> new TreeSet<>()).add(action));
    return new ReaderPermissions(byService);
  }

  /**
   * Full action names by service prefix, both sorted, so that a template changes only with them.
   */
  SortedMap<String, SortedSet<String>> actionsByService() {
    return actionsByService;
  }

  private static boolean mayBeGranted(String action) {
    return ALSO_READING.contains(action)
        || (READING.matcher(action).matches() && !CONTENT.contains(action));
  }

  private static String serviceOf(String action) {
    return action.substring(0, action.indexOf(':'));
  }
}
