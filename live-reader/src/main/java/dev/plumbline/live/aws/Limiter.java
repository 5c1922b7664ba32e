package dev.plumbline.live.aws;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Bounds one scan's calls to one API family in one account and region: so many at a time, together
 * with other scans, and none any more once the family has failed in a way that every further call
 * would share. Thread-safe.
 */
final class Limiter {

  /**
   * So many calls in a row that were throttled, refused or unanswered to the end mean that the
   * family is down.
   */
  private static final int PATIENCE = 3;

  private final Semaphore permits;
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final AtomicReference<@Nullable ReadFailure> open = new AtomicReference<>();

  /**
   * @param permits shared by all scans of that family, account and region
   */
  Limiter(Semaphore permits) {
    this.permits = permits;
  }

  void enter(String action) {
    refuseWhereDown(action);
    try {
      permits.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ReadFailure(
          ReadFailure.Kind.TIMED_OUT,
          action,
          "the scan's deadline passed before the call was made");
    }
    try {
      refuseWhereDown(action);
    } catch (ReadFailure failure) {
      permits.release();
      throw failure;
    }
  }

  void leave() {
    permits.release();
  }

  void answered() {
    failuresInARow.set(0);
  }

  void failed(ReadFailure failure) {
    boolean forAll =
        switch (failure.kind()) {
          case CREDENTIALS -> true;
          case THROTTLED, UNAVAILABLE, TIMED_OUT -> failuresInARow.incrementAndGet() >= PATIENCE;
          case DENIED, WRONG_PLACE, IN_TRANSITION, UNEXPECTED -> false;
        };
    if (forAll) {
      open.compareAndSet(null, failure);
    }
  }

  private void refuseWhereDown(String action) {
    ReadFailure down = open.get();
    if (down != null) {
      throw new ReadFailure(down.kind(), action, down.reason() + " (not asked again in this scan)");
    }
  }
}
