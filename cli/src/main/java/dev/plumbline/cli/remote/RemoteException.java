package dev.plumbline.cli.remote;

/** The service could not be asked, or refused; the message says why and what to do. */
public final class RemoteException extends Exception {

  private static final long serialVersionUID = 1L;

  public RemoteException(String message) {
    super(message);
  }

  public RemoteException(String message, Throwable cause) {
    super(message, cause);
  }
}
