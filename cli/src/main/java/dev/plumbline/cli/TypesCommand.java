package dev.plumbline.cli;

import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import java.io.PrintWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code plumbline types}: which resource types are read, and which of their attributes cannot be.
 */
@Command(
    name = "types",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the resource types that are read.")
final class TypesCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "TYPE",
      description = "Only this type, attribute by attribute.")
  private String type = "";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException {
    AwsTypes types = ResourceTypes.aws();
    PrintWriter out = spec.commandLine().getOut();
    if (!type.isEmpty() && !types.types().contains(type)) {
      throw new UserException("%s is not read; plumbline types lists what is.".formatted(type));
    }
    TypeList list = new TypeList();
    for (String name : type.isEmpty() ? types.types() : List.of(type)) {
      types.describe(name).ifPresent(known -> list.add(name, attributes(known)));
    }
    out.print(json ? list.json() : type.isEmpty() ? list.names() : list.attributes());
    out.flush();
    return 0;
  }

  /** Each attribute with why it cannot be observed, "" where it is. */
  private static SortedMap<String, String> attributes(TypeCatalog.Description known) {
    SortedMap<String, String> attributes = new TreeMap<>();
    known
        .schema()
        .attributes()
        .keySet()
        .forEach(name -> attributes.put(name, known.rules().unobservable().getOrDefault(name, "")));
    return attributes;
  }
}
