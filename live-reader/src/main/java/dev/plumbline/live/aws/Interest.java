package dev.plumbline.live.aws;

import dev.plumbline.live.aws.ResourceType.Parent;
import dev.plumbline.state.RecordedResource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which records of changes a resource type is interested in: how its resources are named there, and
 * whether a name that was met means one of them. Made of what the type's reader declares.
 * Immutable.
 */
public final class Interest {

  /** How an attribute is marked whose value no two resources of a service share. */
  private static final String UNIQUE = "!";

  private static final String TAGGING = "tagging.amazonaws.com";
  private static final String ENDING = ".amazonaws.com";

  /** Where the records' name of a service is not IAM's. */
  private static final Map<String, String> OTHERS =
      Map.of("cloudwatch", "monitoring", "application-autoscaling", "autoscaling");

  private static final Pattern WHAT =
      Pattern.compile("(Identifiers?|Names?|Ids?|Arns?|ARNs?|Url)$");
  private static final Pattern VERSION = Pattern.compile("\\d{8}(v\\d+)?$");
  private static final Pattern VERB = Pattern.compile("^[A-Z][a-z]+");
  private static final int SHORTEST = 3;

  /** Calls that make something, and nothing else: not those that also change what is there. */
  private static final Pattern CREATING =
      Pattern.compile("(Allocate|Create|Import|Register|Request|Run)[A-Z].*");

  private final ResourceType type;
  private final String noun;
  private final String service;
  private final Set<String> sources;

  Interest(ResourceType type) {
    this.type = type;
    this.noun = noun(type.name());
    String place = type.getClass().getPackageName();
    this.service = place.substring(place.lastIndexOf('.') + 1);
    this.sources =
        type.actions().stream()
            .map(action -> action.substring(0, action.indexOf(':')))
            .map(service -> OTHERS.getOrDefault(service, service) + ENDING)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A name that was met in a record of a change.
   *
   * @param source the service, as records name it: {@code sqs.amazonaws.com}
   * @param call the call's name
   * @param parameter the field that held it
   */
  public record Mention(String source, String call, String parameter, String name) {}

  /**
   * What a recorded resource is called, with the attributes that say so. Those of other resources
   * that it is a part of are among them.
   */
  public SortedMap<String, SortedSet<String>> names(RecordedResource resource) {
    SortedMap<String, SortedSet<String>> names = new TreeMap<>();
    boolean unique = !resource.id().equals(resource.at("name").text());
    for (String attribute : attributes()) {
      String name = resource.at(attribute).text();
      if (!name.isEmpty()) {
        boolean only = name.startsWith("arn:") || (attribute.equals("id") && unique);
        boolean own = attribute.equals("id") || type.arns().contains(attribute);
        names
            .computeIfAbsent(name, _ -> new TreeSet<>())
            .add(own && only ? UNIQUE + attribute : attribute);
      }
    }
    return names;
  }

  private SequencedSet<String> attributes() {
    SequencedSet<String> attributes = new LinkedHashSet<>(List.of("id", "name"));
    attributes.addAll(type.arns());
    attributes.addAll(new TreeSet<>(type.parameters().values()));
    type.parent().map(Parent::ours).ifPresent(attributes::add);
    return attributes;
  }

  /**
   * Whether the name means a resource that has it in those attributes.
   *
   * @param attributes as {@link #names} gave them
   */
  public boolean means(Mention mention, Set<String> attributes) {
    return aspect(mention.call()).filter(action -> !reads(action)).isEmpty()
        && names(mention, attributes);
  }

  /** The action by which what the call changes is read; empty where all of the resource is. */
  public Optional<String> aspect(String call) {
    return type.aspect(call);
  }

  /** Whether a resource of the type is read by that action, among others. */
  public boolean reads(String action) {
    return type.actions().contains(action);
  }

  /** The action that shows that attribute by itself; empty where it takes all of them. */
  public Optional<String> showing(String attribute) {
    return type.aspects().entrySet().stream()
        .filter(aspect -> aspect.getValue().contains(attribute))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean names(Mention mention, Set<String> attributes) {
    if (!sources.contains(mention.source())) {
      return mention.source().equals(TAGGING)
          && mention.name().startsWith("arn:")
          && attributes.stream().anyMatch(each -> each.startsWith(UNIQUE));
    }
    if (attributes.stream().anyMatch(each -> each.startsWith(UNIQUE))) {
      return true;
    }
    Optional<String> declared = Optional.ofNullable(type.parameters().get(mention.parameter()));
    if (declared.isPresent()) {
      return attributes.contains(declared.get());
    }
    return (type.parameters().isEmpty() && named(attributes) && isOf(noun, mention))
        || type.parent().filter(parent -> attributes.contains(parent.ours())).stream()
            .anyMatch(parent -> isOf(noun(parent.type()), mention));
  }

  /** Whether a call by that name makes things, and does not only change them. */
  public static boolean isCreating(String call) {
    return CREATING.matcher(call).matches();
  }

  /** Whether the call makes resources of the type. */
  public boolean isMadeBy(String source, String call) {
    return sources.contains(source)
        && isCreating(call)
        && (type.creations().contains(VERSION.matcher(call).replaceFirst("")) || isNoun(call));
  }

  /** In its name may stand the service's first: a queue of SQS is an {@code aws_sqs_queue}. */
  private boolean isNoun(String call) {
    String about = about(call);
    return Stream.of(about, about.replaceFirst("s$", ""))
        .filter(word -> word.length() >= SHORTEST && noun.endsWith(word))
        .map(word -> noun.substring(0, noun.length() - word.length()))
        .anyMatch(before -> service.startsWith(before));
  }

  /** Whether what a call that makes resources of the type names so may be one of them. */
  public boolean mayBeMade(Mention mention) {
    String about = plain(WHAT.matcher(capital(mention.parameter())).replaceFirst(""));
    return about.isEmpty()
        || type.parameters().containsKey(mention.parameter())
        || (about.length() >= SHORTEST
            && (noun.endsWith(about) || about(mention.call()).equals(about)));
  }

  private static boolean named(Set<String> attributes) {
    return attributes.contains("id") || attributes.contains("name");
  }

  /** Whether the parameter, or where that only says "name" the call, is about such a thing. */
  private static boolean isOf(String noun, Mention mention) {
    String parameter = plain(WHAT.matcher(capital(mention.parameter())).replaceFirst(""));
    String about = parameter.isEmpty() ? about(mention.call()) : parameter;
    return about.length() >= SHORTEST && noun.endsWith(about);
  }

  private static String about(String call) {
    return plain(VERB.matcher(VERSION.matcher(call).replaceFirst("")).replaceFirst(""));
  }

  private static String capital(String parameter) {
    return parameter.isEmpty()
        ? parameter
        : parameter.substring(0, 1).toUpperCase(Locale.ROOT) + parameter.substring(1);
  }

  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT);
  }

  private static String noun(String type) {
    return type.replaceFirst("^aws_", "").replace("_", "");
  }
}
