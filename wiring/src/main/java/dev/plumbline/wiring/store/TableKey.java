package dev.plumbline.wiring.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Sha256;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.remediation.Remediation;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where an item lies. All of one stack is in one partition; what is asked for by a name of its own
 * has a partition of its own.
 */
record TableKey(String pk, String sk) {

  static final String FINDINGS = "FINDING#";
  static final String REMEDIATIONS = "REMEDIATION#";
  static final String AUDIT = "AUDIT#";
  static final String INDEXED = "INDEXED#";
  static final String STACKS = "STACK#";
  static final String FAILING = "FAILING";

  /** DynamoDB's limits are 2,048 and 1,024 bytes; far fewer names are that long. */
  private static final int BYTES = 700;

  private static final int START = 150;
  private static final int HASH = 16;

  static TableKey stack(String stack) {
    return new TableKey(partition(stack), "STACK");
  }

  static TableKey finding(Finding finding) {
    return new TableKey(
        partition(finding.stack()),
        FINDINGS
            + Sha256.ofEach(finding.address()).substring(0, HASH)
            + "#"
            + bounded(finding.fingerprint()));
  }

  static TableKey remediation(Remediation remediation) {
    return new TableKey(partition(remediation.stack()), REMEDIATIONS + rank(remediation));
  }

  /** By age; the id tells apart what was asked for at once. */
  static String rank(Remediation remediation) {
    return AuditOrder.time(remediation.requestedAt()) + "#" + bounded(remediation.id());
  }

  /** Says where the remediation of that id lies. */
  static TableKey pointer(String id) {
    return new TableKey(REMEDIATIONS + bounded(id), "POINTER");
  }

  /** Says which remediation of the stack has not ended. */
  static TableKey open(String stack) {
    return new TableKey(partition(stack), "OPEN");
  }

  static TableKey audit(AuditTrail.Entry entry) {
    return new TableKey(partition(entry.stack()), AUDIT + AuditOrder.key(entry));
  }

  static TableKey delivery(String key) {
    return new TableKey("DELIVERY#" + bounded(key), "DELIVERY");
  }

  static TableKey scan(String id) {
    return new TableKey("SCAN#" + bounded(id), "SCAN");
  }

  static TableKey run(String run, String stack) {
    return new TableKey(run(run), STACKS + bounded(stack));
  }

  static String run(String run) {
    return "RUN#" + bounded(run);
  }

  static TableKey failing(String stack) {
    return new TableKey(FAILING, STACKS + bounded(stack));
  }

  static TableKey receipt(String id) {
    return new TableKey("RECEIPT#" + bounded(id), "RECEIPT");
  }

  static TableKey lease(String name) {
    return new TableKey("LEASE#" + bounded(name), "LEASE");
  }

  /** What is known of a resource's names. */
  static TableKey indexed(String stack, String address) {
    return new TableKey(partition(stack), INDEXED + Sha256.ofEach(address));
  }

  /** That a resource has that name, which may be any text and so is not written out. */
  static TableKey named(String account, String name, String stack, String address) {
    return new TableKey(
        names(account, name),
        Sha256.ofEach(stack).substring(0, HASH) + "#" + Sha256.ofEach(address));
  }

  /** All resources of that name. */
  static String names(String account, String name) {
    return "NAME#" + account + "#" + Sha256.ofEach(name);
  }

  /** When a resource was last read because it had changed. */
  static TableKey reading(String stack, String address) {
    return new TableKey(partition(stack), "READING#" + Sha256.ofEach(address));
  }

  static String partition(String stack) {
    return "STACK#" + bounded(stack);
  }

  /** The text, or where it is long its start and a hash. */
  static String bounded(String text) {
    return text.getBytes(UTF_8).length <= BYTES
        ? text
        : text.substring(0, START) + "~" + Sha256.ofEach(text);
  }

  static TableKey of(Map<String, AttributeValue> item) {
    return new TableKey(
        ItemText.required(item, StoreTable.PK), ItemText.required(item, StoreTable.SK));
  }

  Map<String, AttributeValue> attributes() {
    return Map.of(StoreTable.PK, AttributeValue.fromS(pk), StoreTable.SK, AttributeValue.fromS(sk));
  }

  @Override
  public String toString() {
    return pk + " / " + sk;
  }
}
