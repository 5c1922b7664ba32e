package dev.plumbline.live.aws.iam;

import static dev.plumbline.engine.Meaning.INSTANT;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;

/**
 * {@code aws_iam_access_key}, named by its id. IAM lists keys user by user, and shows a key's
 * secret to nobody after it was made.
 */
public final class IamAccessKey implements ResourceType {

  private static final String LIST = "iam:ListAccessKeys";
  private static final Set<String> NOT_FOUND = Set.of("NoSuchEntity");

  @Override
  public String name() {
    return "aws_iam_access_key";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST, AccountDetails.ACTION));
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(INSTANT, "create_date")
        .withUnobservable("local to Terraform", "pgp_key")
        .withUnobservable(
            "only told when the key is made",
            "encrypted_secret",
            "encrypted_ses_smtp_password_v4",
            "key_fingerprint",
            "secret",
            "ses_smtp_password_v4");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_iam_user", "id", "user"));
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("userName", "user");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(key -> observe(batch, key));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    String user = recorded.at("user").text();
    return keys(batch.scope(), user).stream()
        .flatMap(List::stream)
        .filter(key -> key.accessKeyId().equals(recorded.id()))
        .findFirst()
        .map(key -> found(batch, key))
        .orElseGet(
            () ->
                new Observation.Gone(
                    "the completed listing of %s has no such key of a user %s"
                        .formatted(LIST, user)));
  }

  private static Observation found(Batch batch, AccessKeyMetadata key) {
    return batch
        .attributes()
        .put("id", key.accessKeyId())
        .put("user", key.userName())
        .put("status", key.statusAsString())
        .put("create_date", key.createDate())
        .found();
  }

  /** The keys of a user; empty where the user does not exist. */
  private static Optional<List<AccessKeyMetadata>> keys(AwsScope scope, String user) {
    return scope.shared(
        LIST + "/" + user,
        () ->
            scope.find(
                LIST,
                NOT_FOUND,
                () ->
                    AccountDetails.client(scope)
                        .listAccessKeysPaginator(r -> r.userName(user))
                        .accessKeyMetadata()
                        .stream()
                        .toList()));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    List<String> users = List.copyOf(AccountDetails.of(scope).users().keySet());
    return scope.forAll(users, user -> keys(scope, user)).stream()
        .flatMap(Optional::stream)
        .flatMap(List::stream)
        .map(AccessKeyMetadata::accessKeyId)
        .toList();
  }
}
