package dev.plumbline.publish.render;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/** JSON's own escapes, and DEL, which JSON allows and a terminal may act on. */
final class DeleteEscaped extends CharacterEscapes {

  private static final long serialVersionUID = 1L;

  private static final int DEL = 0x7f;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] escapes = standardAsciiEscapesForJSON();
    escapes[DEL] = ESCAPE_STANDARD;
    return escapes;
  }

  @Override
  public SerializableString getEscapeSequence(int character) {
    return new SerializedString("\\u%04x".formatted(character));
  }
}
