package dev.plumbline.cli.warmup;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Loads what requests and answers are made of, whole: an endpoint that has nothing shows little of
 * it.
 */
final class Operations {

  private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

  private static final String SERVICES = "software.amazon.awssdk.services.";

  /** Services that readers ask beside their own. */
  private static final List<String> SHARED =
      List.of("applicationautoscaling", "resourcegroupstaggingapi", "sts");

  /** The SDK's classes write an abbreviation as a word: {@code DBInstances, DbInstances}. */
  private static final Pattern ABBREVIATION = Pattern.compile("(?<=[A-Z])[A-Z]+(?=[A-Z][a-z]|$)");

  private final Set<Class<?>> loaded = new HashSet<>();

  /**
   * Loads those of the calls.
   *
   * @param services the SDK's packages in which they may be
   * @param calls as {@code service:Operation}
   * @return the builders of what they are made of
   */
  Set<Class<?>> load(Collection<String> services, Collection<String> calls) {
    Set<String> places = new HashSet<>(services);
    places.addAll(SHARED);
    for (String call : calls) {
      String operation = className(call.substring(call.indexOf(':') + 1));
      for (String place : places) {
        type(SERVICES + place + ".model." + operation + "Request").ifPresent(this::load);
        type(SERVICES + place + ".model." + operation + "Response").ifPresent(this::load);
        type(SERVICES + place + ".transform." + operation + "RequestMarshaller");
      }
    }
    return loaded;
  }

  static String className(String operation) {
    return ABBREVIATION
        .matcher(operation)
        .replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
  }

  private static Optional<Class<?>> type(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException _) {
      // not this service's
      return Optional.empty();
    }
  }

  private void load(Class<?> type) {
    try {
      if (type.getMethod("builder").invoke(null) instanceof SdkPojo builder) {
        filled(builder);
      }
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      LOG.debug("{} was not loaded", type, e);
    }
  }

  private Object filled(SdkPojo builder) {
    if (loaded.add(builder.getClass())) {
      for (SdkField<?> field : builder.sdkFields()) {
        sample(field).ifPresent(value -> field.set(builder, value));
      }
    }
    return builder instanceof Buildable buildable ? buildable.build() : builder;
  }

  private Optional<Object> sample(SdkField<?> field) {
    MarshallingType<?> type = field.marshallingType();
    if (type.equals(MarshallingType.SDK_POJO)) {
      return Optional.of(filled(field.constructor().get()));
    }
    if (type.equals(MarshallingType.LIST)) {
      return sample(field.getRequiredTrait(ListTrait.class).memberFieldInfo()).map(List::of);
    }
    if (type.equals(MarshallingType.MAP)) {
      return sample(field.getRequiredTrait(MapTrait.class).valueFieldInfo())
          .map(value -> Map.of("", value));
    }
    return type.equals(MarshallingType.STRING) ? Optional.of("") : Optional.empty();
  }
}
