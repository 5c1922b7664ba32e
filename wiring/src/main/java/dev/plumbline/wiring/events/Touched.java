package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.store.ResourceIndex;
import dev.plumbline.engine.store.ResourceIndex.Target;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.live.aws.Interest.Mention;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Finds the managed resources that events concern. Of the same name the index is asked once. For
 * one batch and one thread.
 */
final class Touched {

  private final AwsTypes types;
  private final ResourceIndex index;
  private final Set<String> deployRoles;
  private final Map<List<String>, List<Target>> known = new HashMap<>();

  /**
   * @param deployRoles the ARNs of roles that deployments are made with
   */
  Touched(AwsTypes types, ResourceIndex index, List<String> deployRoles) {
    this.types = types;
    this.index = index;
    this.deployRoles = new HashSet<>(deployRoles);
  }

  /** The resources that it concerns. */
  SequencedSet<Touch> by(CloudTrailEvent event) throws StoreException {
    SequencedSet<Touch> touches = new LinkedHashSet<>();
    Cause cause = event.cause();
    boolean deploy = isDeployment(event);
    for (Mention mention : event.mentions()) {
      String call = mention.call();
      for (Target target : called(event.account(), mention.name())) {
        if (means(types, mention, target, event.region())) {
          String aspect = types.interest(target.type()).flatMap(it -> it.aspect(call)).orElse("");
          touches.add(new Touch(target.stack(), target.address(), cause, deploy, aspect));
        }
      }
    }
    return touches;
  }

  /** Whether a stack has it, as far as its last whole scan knew. */
  boolean manages(Created created) throws StoreException {
    for (String name : created.names()) {
      for (Target target : called(created.account(), name)) {
        if (AwsTypes.named(target.type()).equals(created.type())
            && (target.region().isEmpty() || target.region().equals(created.region()))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isDeployment(CloudTrailEvent event) {
    return deployRoles.contains(event.role());
  }

  private List<Target> called(String account, String name) throws StoreException {
    List<String> key = List.of(account, name);
    List<Target> targets = known.get(key);
    if (targets == null) {
      targets = index.find(account, name);
      known.put(key, targets);
    }
    return targets;
  }

  /** The same name may be another resource's in another region; an ARN or id is nobody else's. */
  static boolean means(AwsTypes types, Mention mention, Target target, String region) {
    boolean here =
        target.region().isEmpty()
            || target.region().equals(region)
            || mention.source().equals("s3.amazonaws.com");
    return here
        && types
            .interest(target.type())
            .filter(interest -> interest.means(mention, target.attributes()))
            .isPresent();
  }
}
