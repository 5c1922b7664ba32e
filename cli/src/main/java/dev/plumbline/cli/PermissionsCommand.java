package dev.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.live.ReadPolicies;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.StateException;
import dev.plumbline.wiring.Wiring;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline permissions}: the IAM policy that reading some states' resources takes. */
@Command(
    name = "permissions",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints the least-privilege IAM policy for reading what the states hold.",
    footer = {
      "",
      "Prints one policy document, or a JSON array of documents where one would be larger than the",
      "6,144 characters of a managed policy. Reading the states themselves is not part of it."
    })
final class PermissionsCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "STATE",
      description = "A file or s3://bucket/key. Without any: every type that is read.")
  private List<String> states = new ArrayList<>();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException {
    AwsTypes types = ResourceTypes.aws();
    SortedSet<String> wanted = states.isEmpty() ? types.types() : recorded();
    PrintWriter err = spec.commandLine().getErr();
    wanted.stream()
        .filter(type -> !types.types().contains(type))
        .forEach(type -> err.println(type + " is not read and takes no permission."));
    ReadPolicies policies = ReadPolicies.of(types, wanted);
    if (policies.documents().size() > 1) {
      err.println(
          "%d policies: IAM allows %,d characters each."
              .formatted(policies.documents().size(), ReadPolicies.LIMIT));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json(policies));
    out.flush();
    return 0;
  }

  private SortedSet<String> recorded() throws UserException {
    SortedSet<String> types = new TreeSet<>();
    try (Wiring wiring = new Wiring(connection.connection(Optional.empty()), Configuration.EMPTY)) {
      for (String state : states) {
        wiring
            .states()
            .open(state, Optional.empty(), Optional.empty())
            .read(resource -> types.add(resource.type()));
      }
    } catch (StateException failed) {
      throw new UserException(
          "%s. %s".formatted(String.valueOf(failed.getMessage()), failed.action()), failed);
    }
    return types;
  }

  private static String json(ReadPolicies policies) {
    ObjectMapper mapper = new ObjectMapper();
    List<ObjectNode> documents =
        policies.documents().stream().map(services -> document(mapper, services)).toList();
    if (documents.size() == 1) {
      return documents.getFirst().toPrettyString();
    }
    ArrayNode all = mapper.createArrayNode();
    documents.forEach(all::add);
    return all.toPrettyString();
  }

  private static ObjectNode document(
      ObjectMapper mapper, SortedMap<String, SortedSet<String>> services) {
    ObjectNode document = mapper.createObjectNode().put("Version", "2012-10-17");
    ArrayNode statements = document.putArray("Statement");
    services.forEach(
        (service, actions) -> {
          ObjectNode statement = statements.addObject();
          statement.put("Sid", "Read" + service.replace("-", "")).put("Effect", "Allow");
          actions.forEach(statement.withArray("Action")::add);
          statement.put("Resource", "*");
        });
    return document;
  }
}
