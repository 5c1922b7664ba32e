package dev.plumbline.functions.api;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;

/** Asks IAM for the role's path, which only Identity Center can give. Thread-safe. */
public final class IamIdentityCenter implements IdentityCenter {

  private static final String PATH = "/aws-reserved/sso.amazonaws.com/";

  private final IamClient iam;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  public IamIdentityCenter(IamClient iam) {
    this.iam = iam;
  }

  /** A role's path never changes and its id is never given again, so an answer stays true. */
  @Override
  public boolean made(String role, String id) throws IOException {
    String both = role + ' ' + id;
    Boolean before = known.get(both);
    if (before != null) {
      return before;
    }
    boolean now = ask(role, id);
    known.put(both, now);
    return now;
  }

  private boolean ask(String name, String id) throws IOException {
    try {
      Role role = iam.getRole(request -> request.roleName(name)).role();
      return role.roleId().equals(id) && role.path().startsWith(PATH);
    } catch (NoSuchEntityException _) {
      return false;
    } catch (SdkException e) {
      throw new IOException(
          "Asking IAM for role %s failed: %s. Allow iam:GetRole to the API's function."
              .formatted(name, e.getClass().getSimpleName()),
          e);
    }
  }
}
