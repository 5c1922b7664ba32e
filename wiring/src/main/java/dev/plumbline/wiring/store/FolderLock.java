package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.StoreException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time, among this process's threads and among processes. */
final class FolderLock {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 5;

  private final Path file;
  private final ReentrantLock threads = new ReentrantLock();

  FolderLock(Path file) {
    this.file = file;
  }

  <T> T alone(LocalStore.Turn<T> turn) throws IOException {
    threads.lock();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = hold(channel)) {
      return turn.take();
    } finally {
      threads.unlock();
    }
  }

  private FileLock hold(FileChannel channel) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<FileLock> held = attempt(channel);
      if (held.isPresent()) {
        return held.get();
      }
      if (System.nanoTime() - end > 0) {
        throw new StoreException(
            "%s is held by another process for %d seconds. End it, or wait and try again."
                .formatted(file, PATIENCE.toSeconds()));
      }
      pause();
    }
  }

  /** Another store on the same folder in this process holds it for all of the process. */
  private static Optional<FileLock> attempt(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException held) {
      return Optional.empty();
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for the store's lock");
    }
  }
}
