package dev.plumbline.engine;

/** How an attribute's values are compared where the schema's type alone does not tell. */
public enum Meaning {
  /** A JSON document: compared as JSON, whatever its spelling. */
  JSON,
  /** An IAM policy document: compared by what it allows and denies. */
  POLICY,
  /** A list whose order the API does not keep. */
  UNORDERED,
  /** Text in which upper and lower case are one. */
  CASE_INSENSITIVE,
  /** A point in time, whatever its offset or fraction. */
  INSTANT,
  /** The provider names it by id, name or ARN: equal where one is the other's last part. */
  NAME_OR_ARN,
  /** Moves on its own; never drift. */
  VOLATILE
}
