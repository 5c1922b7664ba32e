package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationStateCode;

/** The listing that route tables, their routes and their associations share within a scan. */
final class RouteTables {

  static final String LIST = "ec2:DescribeRouteTables";

  /** What one page may hold; less than of most listings. */
  private static final int PAGE = 100;

  private RouteTables() {}

  /** The tables that the scope's recorded tables, routes and associations name, by id. */
  static Map<String, RouteTable> byId(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            Listings.byId(
                scope,
                wanted(scope).toList(),
                ids -> list(scope, List.of(Ec2.filter("route-table-id", ids))),
                () -> list(scope, List.of()),
                RouteTable::routeTableId));
  }

  /** Each network's main table: the one that the state has for it, where it still is. */
  static List<RouteTable> mains(
      AwsScope scope, Collection<String> networks, List<Filter> ofNetworks) {
    List<RouteTable> known = byId(scope).values().stream().filter(RouteTables::isMain).toList();
    if (scope.discovering()
        || known.stream().map(RouteTable::vpcId).toList().containsAll(networks)) {
      return known;
    }
    List<Filter> filters = new ArrayList<>(ofNetworks);
    filters.add(Ec2.filter("association.main", List.of("true")));
    return list(scope, filters);
  }

  static boolean isMain(RouteTable table) {
    return table.associations().stream().anyMatch(each -> Boolean.TRUE.equals(each.main()));
  }

  /**
   * The associations that exist, by id. One that is not where the state has it is asked for by its
   * own id: only then is it known to be gone.
   */
  static Map<String, RouteTableAssociation> associations(AwsScope scope) {
    return scope.shared(
        "associations of " + LIST,
        () -> {
          Map<String, RouteTableAssociation> found = new HashMap<>();
          live(byId(scope).values().stream())
              .forEach(each -> found.put(each.routeTableAssociationId(), each));
          if (!scope.discovering()) {
            found.putAll(elsewhere(scope, found));
          }
          return found;
        });
  }

  private static Map<String, RouteTableAssociation> elsewhere(
      AwsScope scope, Map<String, RouteTableAssociation> found) {
    return Listings.byId(
        scope,
        Ec2.named(scope, "id", "aws_route_table_association", "aws_main_route_table_association")
            .filter(id -> !found.containsKey(id))
            .toList(),
        ids ->
            live(list(scope, List.of(Ec2.filter("association.route-table-association-id", ids)))
                    .stream())
                .toList(),
        () -> live(list(scope, List.of()).stream()).toList(),
        RouteTableAssociation::routeTableAssociationId);
  }

  private static Stream<RouteTableAssociation> live(Stream<RouteTable> tables) {
    return tables
        .flatMap(table -> table.associations().stream())
        .filter(
            each ->
                each.associationState() == null
                    || each.associationState().state()
                        != RouteTableAssociationStateCode.DISASSOCIATED);
  }

  private static Stream<String> wanted(AwsScope scope) {
    return Stream.concat(
        Stream.concat(
            Ec2.named(scope, "id", "aws_route_table", "aws_default_route_table"),
            Ec2.named(scope, "main_route_table_id", "aws_vpc", "aws_default_vpc")),
        Ec2.named(
            scope,
            "route_table_id",
            "aws_route",
            "aws_route_table_association",
            "aws_main_route_table_association"));
  }

  private static List<RouteTable> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeRouteTablesPaginator(r -> r.filters(filters).maxResults(PAGE))
                .routeTables()
                .stream()
                .toList());
  }
}
