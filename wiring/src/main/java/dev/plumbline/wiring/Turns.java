package dev.plumbline.wiring;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who may send a request now, where all requests meet in one process. One at a time is what such a
 * process answers soonest in all, and what lies between here and there may overlap: so a request
 * starts a little after the one before, while few are under way; more of them once some were
 * answered, and fewer again where answers have become slow. First come, first served. Thread-safe.
 */
final class Turns {

  /** Times of the quickest answer from which on answers are slow: requests met there. */
  private static final double SLOW = 1.7;

  /** Answers from which on it is known how quick one is: the first ones warm both sides up. */
  private static final int KNOWN = 8;

  /** The weight of the last answer in how long they take of late. */
  private static final double LAST = 0.3;

  private final int few;
  private final int most;
  private final long gapNanos;
  private final Semaphore next = new Semaphore(1, true);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int underWay;
  private int unanswered;
  private int answers;
  private long lastStart;
  private double quickest = Double.MAX_VALUE;
  private double ofLate;

  /**
   * @param few under way at once at first, and where answers are slow
   * @param most under way at once elsewhere
   * @param gap from one request's start to the next one's, while others are under way
   */
  Turns(int few, int most, Duration gap) {
    this.few = few;
    this.most = most;
    this.gapNanos = gap.toNanos();
  }

  /** Waits for a turn. */
  Turn take() throws InterruptedException {
    next.acquire();
    try {
      lock.lockInterruptibly();
      try {
        return start();
      } finally {
        lock.unlock();
      }
    } finally {
      next.release();
    }
  }

  private Turn start() throws InterruptedException {
    while (unanswered > 0 && (underWay >= width() || sinceLast() < gapNanos)) {
      if (underWay >= width()) {
        changed.await();
      } else {
        changed.awaitNanos(gapNanos - sinceLast());
      }
    }
    underWay++;
    unanswered++;
    lastStart = System.nanoTime();
    return new Turn(lastStart);
  }

  private void answered(double took) {
    answers++;
    quickest = Math.min(quickest, took);
    ofLate = ofLate == 0 ? took : (1 - LAST) * ofLate + LAST * took;
  }

  private int width() {
    return answers < KNOWN || ofLate > SLOW * quickest ? few : most;
  }

  private long sinceLast() {
    return System.nanoTime() - lastStart;
  }

  /** One request's. */
  final class Turn {

    private final long started;
    private boolean over;
    private boolean ended;

    private Turn(long started) {
      this.started = started;
    }

    /** It was answered, or failed; once is enough. */
    void end() {
      lock.lock();
      try {
        if (!ended) {
          ended = true;
          unanswered--;
          answered((double) (System.nanoTime() - started));
          leave(1);
        }
      } finally {
        lock.unlock();
      }
    }

    /** It hangs: it loses its turn, and makes way for one more than waited for it. */
    void hang() {
      lock.lock();
      try {
        leave(2);
      } finally {
        lock.unlock();
      }
    }

    private void leave(int makesWayFor) {
      if (!over) {
        over = true;
        underWay -= makesWayFor;
        changed.signal();
      }
    }
  }
}
