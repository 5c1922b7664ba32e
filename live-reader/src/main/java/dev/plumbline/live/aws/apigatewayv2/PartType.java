package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkPojo;

/** A type whose resources belong to an API: found by its owner's id and its own. */
interface PartType extends ResourceType {

  /** How they are asked for. */
  Part part();

  /** Puts in what Terraform calls otherwise than API Gateway. */
  void read(SdkPojo answer, RecordedResource recorded, AwsScope scope, Attributes into);

  @Override
  default String name() {
    return part().type();
  }

  @Override
  default SortedSet<String> actions() {
    return new TreeSet<>(Set.of(ApiGateway.GET));
  }

  @Override
  default Optional<Parent> parent() {
    return Optional.of(new Parent("aws_apigatewayv2_api", "id", "api_id"));
  }

  @Override
  default List<Observation> observe(Batch batch) {
    return part().observe(batch, (answer, recorded) -> observed(batch, answer, recorded));
  }

  private Observation observed(Batch batch, SdkPojo answer, RecordedResource recorded) {
    Attributes attributes = batch.attributes().from(answer).put("id", recorded.id());
    part().owner().forEach(name -> attributes.put(name, recorded.at(name)));
    read(answer, recorded, batch.scope(), attributes);
    return attributes.found();
  }

  @Override
  default List<String> discover(AwsScope scope) {
    return part().discover(scope);
  }

  @Override
  default List<String> importIds(RecordedResource resource) {
    return List.of(part().owner(resource) + "/" + resource.id());
  }
}
