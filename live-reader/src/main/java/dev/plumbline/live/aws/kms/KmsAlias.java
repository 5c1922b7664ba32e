package dev.plumbline.live.aws.kms;

import static dev.plumbline.engine.Meaning.NAME_OR_ARN;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.AliasListEntry;

/** {@code aws_kms_alias}, named by its name: {@code alias/…}. One listing has them all. */
public final class KmsAlias implements ResourceType {

  static final String LIST = "kms:ListAliases";
  private static final int PAGE = 100;

  /** The names of AWS's own keys. */
  private static final String OF_AWS = "alias/aws/";

  @Override
  public String name() {
    return "aws_kms_alias";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(NAME_OR_ARN, "target_key_id");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, AliasListEntry> aliases = all(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(aliases.get(recorded.id()))
                .map(alias -> found(batch, alias))
                .orElseGet(
                    () -> new Observation.Gone("it is not in the completed listing of " + LIST)));
  }

  private static Observation found(Batch batch, AliasListEntry alias) {
    return batch
        .attributes()
        .put("id", alias.aliasName())
        .put("name", alias.aliasName())
        .put("arn", alias.aliasArn())
        .put("target_key_id", alias.targetKeyId())
        .put("target_key_arn", keyArn(alias))
        .found();
  }

  /** The key is of the alias's own account and region. */
  private static @Nullable String keyArn(AliasListEntry alias) {
    return alias.targetKeyId() == null
        ? null
        : alias.aliasArn().replace(alias.aliasName(), "key/" + alias.targetKeyId());
  }

  /** The ids of the keys that AWS keeps for its services. */
  static Set<String> keysOfAws(AwsScope scope) {
    return all(scope).values().stream()
        .filter(alias -> alias.aliasName().startsWith(OF_AWS))
        .map(AliasListEntry::targetKeyId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static Map<String, AliasListEntry> all(AwsScope scope) {
    return scope.shared(
        LIST,
        () -> {
          Map<String, AliasListEntry> aliases = new TreeMap<>();
          scope
              .call(
                  LIST,
                  () ->
                      KmsKeys.client(scope)
                          .listAliasesPaginator(r -> r.limit(PAGE))
                          .aliases()
                          .stream()
                          .toList())
              .forEach(alias -> aliases.put(alias.aliasName(), alias));
          return aliases;
        });
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return all(scope).keySet().stream().filter(name -> !name.startsWith(OF_AWS)).toList();
  }
}
