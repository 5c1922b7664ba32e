package dev.plumbline.state.source;

import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.StateFile;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A state in a local file. Its version is the file's size and time, so a file that changes while it
 * is read is noticed. Its lock is the {@code .terraform.tfstate.lock.info} beside it, which a run
 * that died leaves behind. Immutable.
 */
public final class LocalState implements StateSource {

  private final Path file;

  public LocalState(Path file) {
    this.file = file;
  }

  @Override
  public String uri() {
    return file.toString();
  }

  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
    String before = currentVersion();
    try (var in = Files.newInputStream(file)) {
      StateIdentity identity = new StateFile(uri(), "").read(in, each);
      refuseChange(before);
      return identity;
    } catch (StateException e) {
      // A file that is being written looks like a broken one.
      refuseChange(before);
      throw e;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public String currentVersion() throws StateException {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw new StateException(
            Code.NOT_A_STATE,
            "Reading state " + file + " failed: it is a directory.",
            "Name the state file itself, such as " + file.resolve("terraform.tfstate") + ".");
      }
      return attributes.size() + "-" + attributes.lastModifiedTime().toInstant();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public Optional<Lock> lock() throws StateException {
    Path beside = lockFile();
    try {
      return Optional.of(LockInfo.read(Files.readString(beside), beside.toString()));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(beside, e);
    }
  }

  /** Terraform drops a leading dot of the state's name before it adds its own. */
  private Path lockFile() {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(
        "." + (name.startsWith(".") ? name.substring(1) : name) + ".lock.info");
  }

  private void refuseChange(String before) throws StateException {
    if (!before.equals(currentVersion())) {
      throw new StateException(
          Code.CHANGED_WHILE_READING,
          "Reading state " + file + " failed: the file changed meanwhile.",
          "Scan again when the run that writes it has ended.");
    }
  }

  private StateException unreadable(Path path, IOException e) {
    String failed = "Reading state " + file + " failed: ";
    return switch (e) {
      case NoSuchFileException _ ->
          new StateException(
              Code.NOT_FOUND,
              failed + "there is no such file.",
              "Check the path; `terraform state pull > FILE` writes a remote state to a file.",
              e);
      case AccessDeniedException _ ->
          new StateException(
              Code.DENIED,
              failed + "access to " + path + " is denied.",
              "Allow the user Plumbline runs as to read " + path + ".",
              e);
      default ->
          new StateException(
              Code.UNREACHABLE,
              failed + path + " gave an input error (" + e.getClass().getSimpleName() + ").",
              "Check the disk or the mount, and try again.",
              e);
    };
  }
}
