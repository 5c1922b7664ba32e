package dev.plumbline.live.aws.applicationautoscaling;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;

/**
 * How this service is asked: by the namespace of the service that scales, and within it for some
 * names at a time, or for all where all are asked for.
 */
final class Scaling {

  private Scaling() {}

  static ApplicationAutoScalingClient client(AwsScope scope) {
    return scope.client(ApplicationAutoScalingClient.class, ApplicationAutoScalingClient::builder);
  }

  /** What tells a target from all others. */
  static String key(RecordedResource recorded) {
    return key(
        recorded.at("service_namespace").text(),
        recorded.at("resource_id").text(),
        recorded.at("scalable_dimension").text());
  }

  static String key(String namespace, String resource, String dimension) {
    return namespace + "/" + resource + "/" + dimension;
  }

  /**
   * Everything of a type, over all namespaces that its recorded resources name.
   *
   * @param attribute the attribute by whose values it can be asked for
   * @param size how many of them to ask for at a time
   * @param ask answers for a namespace and some values, or for all where it is given none
   */
  static <T> List<T> list(
      AwsScope scope,
      String type,
      String attribute,
      int size,
      BiFunction<String, List<String>, List<T>> ask) {
    List<Question> questions =
        namespaces(scope, type)
            .flatMap(each -> questions(scope, type, attribute, size, each))
            .toList();
    return scope
        .forAll(questions, question -> ask.apply(question.namespace(), question.values()))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private record Question(String namespace, List<String> values) {}

  private static Stream<String> namespaces(AwsScope scope, String type) {
    return scope
        .recorded(type)
        .map(each -> each.at("service_namespace").text())
        .filter(each -> !each.isEmpty())
        .distinct();
  }

  private static Stream<Question> questions(
      AwsScope scope, String type, String attribute, int size, String namespace) {
    if (scope.discovering()) {
      return Stream.of(new Question(namespace, List.of()));
    }
    TreeSet<String> values = new TreeSet<>();
    scope
        .recorded(type)
        .filter(each -> each.at("service_namespace").text().equals(namespace))
        .forEach(each -> values.add(each.at(attribute).text()));
    return values.stream()
        .gather(Gatherers.windowFixed(size))
        .map(some -> new Question(namespace, some));
  }
}
