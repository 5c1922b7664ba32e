package dev.plumbline.state;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers whether a reader asked for more than there is. */
final class EndWatch extends FilterInputStream {

  private boolean ended;

  EndWatch(InputStream in) {
    super(in);
  }

  boolean hasEnded() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    ended |= read < 0;
    return read;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int read = super.read(to, offset, length);
    ended |= read < 0;
    return read;
  }
}
