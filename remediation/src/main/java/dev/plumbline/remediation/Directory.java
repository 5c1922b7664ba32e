package dev.plumbline.remediation;

import java.io.IOException;

/** Who belongs to which team. Thread-safe. */
public interface Directory {

  /**
   * Whether somebody is an active member of a team now, asked anew.
   *
   * @param team {@code organisation/team}
   * @param login their GitHub login
   */
  boolean isMember(String team, String login) throws IOException;
}
