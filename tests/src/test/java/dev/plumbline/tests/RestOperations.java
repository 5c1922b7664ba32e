package dev.plumbline.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.protocols.core.OperationInfo;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/**
 * What the services that are called by path call their operations: taken from the SDK's own
 * bindings, of which the most literal one that fits is the operation.
 */
final class RestOperations {

  private static final Map<String, List<Class<?>>> CLIENTS =
      Map.of(
          "apigateway", List.of(ApiGatewayClient.class, ApiGatewayV2Client.class),
          "backup", List.of(BackupClient.class),
          "cloudfront", List.of(CloudFrontClient.class),
          "lambda", List.of(LambdaClient.class),
          "route53", List.of(Route53Client.class),
          "scheduler", List.of(SchedulerClient.class));

  private static final Pattern MARSHALLER =
      Pattern.compile("(.*/transform/(\\w+)RequestMarshaller)\\.class");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+(\\+?)}");

  private static final Map<String, List<Binding>> BINDINGS = new HashMap<>();

  private record Binding(
      String operation, String method, Pattern path, String query, int literal) {}

  private RestOperations() {}

  /** The operation that a request asks for, such as {@code GetFunction}. */
  static Optional<String> of(String service, String method, URI uri) {
    return bindings(service).stream()
        .filter(each -> each.method().equals(method))
        .filter(each -> each.path().matcher(uri.getRawPath()).matches())
        .filter(each -> Optional.ofNullable(uri.getRawQuery()).orElse("").contains(each.query()))
        .max(Comparator.comparingInt(Binding::literal))
        .map(Binding::operation);
  }

  private static synchronized List<Binding> bindings(String service) {
    return BINDINGS.computeIfAbsent(
        service,
        _ ->
            CLIENTS.getOrDefault(service, List.of()).stream()
                .flatMap(client -> read(client).stream())
                .toList());
  }

  private static List<Binding> read(Class<?> client) {
    List<Binding> bindings = new ArrayList<>();
    try (JarFile jar = new JarFile(jarOf(client).toFile())) {
      jar.stream()
          .map(entry -> MARSHALLER.matcher(entry.getName()))
          .filter(Matcher::matches)
          .forEach(found -> bindings.add(binding(found.group(1), found.group(2))));
    } catch (IOException e) {
      throw new UncheckedIOException(client + " lies in no jar", e);
    }
    return bindings;
  }

  private static Path jarOf(Class<?> client) {
    try {
      return Path.of(client.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Binding binding(String marshaller, String operation) {
    try {
      Field field =
          Class.forName(marshaller.replace('/', '.')).getDeclaredField("SDK_OPERATION_BINDING");
      field.setAccessible(true);
      OperationInfo info = (OperationInfo) field.get(null);
      String[] parts = info.requestUri().split("\\?", 2);
      String template = parts[0].replaceFirst("/$", "");
      String query = parts.length < 2 ? "" : parts[1];
      return new Binding(
          operation,
          info.httpMethod().name(),
          pattern(template),
          query,
          PLACEHOLDER.matcher(template).replaceAll("").length() + query.length());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(marshaller + " binds no operation", e);
    }
  }

  private static Pattern pattern(String template) {
    StringBuilder regex = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(template);
    int from = 0;
    while (placeholder.find()) {
      regex.append(Pattern.quote(template.substring(from, placeholder.start())));
      regex.append(placeholder.group(1).isEmpty() ? "[^/]+" : ".+");
      from = placeholder.end();
    }
    return Pattern.compile(regex.append(Pattern.quote(template.substring(from))) + "/?");
  }
}
