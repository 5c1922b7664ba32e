package dev.plumbline.functions.slack;

/** A delivery that is answered with an error, and changes nothing. */
final class RefusedDelivery extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedDelivery(int status, String why) {
    super(why);
    this.status = status;
  }

  /** The HTTP status, from 400 to 499. */
  int status() {
    return status;
  }
}
