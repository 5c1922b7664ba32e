package dev.plumbline.publish.render;

/**
 * How to render.
 *
 * @param all whether resources that are in sync are rendered too
 * @param colour whether text is coloured by terminal escapes
 * @param width the columns that text may take; longer lines are broken where they can be
 */
public record RenderOptions(boolean all, boolean colour, int width) {

  /** Without in-sync resources, without colour, 100 columns. */
  public static RenderOptions plain() {
    return new RenderOptions(false, false, 100);
  }
}
