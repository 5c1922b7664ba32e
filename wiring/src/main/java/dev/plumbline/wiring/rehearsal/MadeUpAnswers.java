package dev.plumbline.wiring.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Puts an answer that has everything in place of one that has nothing: each member that the SDK
 * knows of the operation's answer, made up, in the service's protocol. So what reads an answer, and
 * what is done with it, is rehearsed too. Stateless.
 */
final class MadeUpAnswers implements ExecutionInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(MadeUpAnswers.class);

  private static final String REQUEST = "Request";
  private static final String XML_SERVICES = ".*[.]services[.](s3|route53|cloudfront)[.]model[.].*";

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    Class<?> asked = context.request().getClass();
    if (context.httpRequest().headers().containsKey("smithy-protocol")) {
      return context.responseBody();
    }
    return answer(asked)
        .flatMap(answer -> body(answer, asked, context.httpRequest()))
        .<InputStream>map(text -> new ByteArrayInputStream(text.getBytes(UTF_8)))
        .or(context::responseBody);
  }

  private static Optional<SdkPojo> answer(Class<?> request) {
    String name = request.getName();
    try {
      Class<?> response =
          Class.forName(
              name.substring(0, name.length() - REQUEST.length()) + "Response",
              true,
              request.getClassLoader());
      return Optional.of((SdkPojo) response.getMethod("builder").invoke(null));
    } catch (ReflectiveOperationException unknown) {
      LOG.debug("no answer to {} can be made up: {}", name, unknown.toString());
      return Optional.empty();
    }
  }

  private static Optional<String> body(SdkPojo answer, Class<?> asked, SdkHttpRequest request) {
    boolean query =
        request.firstMatchingHeader("Content-Type").filter(it -> it.contains("urlenc")).isPresent();
    boolean xml = query || asked.getName().matches(XML_SERVICES);
    List<SdkField<?>> fields =
        answer.sdkFields().stream()
            .filter(field -> field.location() == MarshallLocation.PAYLOAD)
            .toList();
    Optional<SdkField<?>> payload =
        fields.stream().filter(field -> field.containsTrait(PayloadTrait.class)).findFirst();
    List<SdkField<?>> members =
        payload
            .map(field -> field.constructor() == null ? List.<SdkField<?>>of() : inside(field))
            .orElse(fields);
    if (payload.isPresent() && members.isEmpty()) {
      // What XML services answer as text, the SDK has put into an element by now.
      return xml ? Optional.empty() : Optional.of(MadeUp.text(payload.get()));
    }
    boolean wrapped = query && !asked.getPackageName().contains(".ec2.");
    return Optional.of(xml ? MadeUpXml.of(members, wrapped) : MadeUpJson.of(members));
  }

  private static List<SdkField<?>> inside(SdkField<?> structure) {
    return structure.constructor().get().sdkFields();
  }
}
