package dev.plumbline.remediation.steps;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Counts the calls of ports, and dies at one of them: right before it is made, or right after. */
final class Tripwire {

  /** The process is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private int calls;
  private int at = Integer.MAX_VALUE;
  private boolean after;
  private boolean sprung;

  void set(int call, boolean afterIt) {
    calls = 0;
    at = call;
    after = afterIt;
    sprung = false;
  }

  boolean sprung() {
    return sprung;
  }

  <T> T around(Class<T> port, T fake) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              boolean now = count();
              if (now && !after) {
                throw new Killed();
              }
              Object answer;
              try {
                answer = method.invoke(fake, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (now) {
                throw new Killed();
              }
              return answer;
            }));
  }

  private synchronized boolean count() {
    boolean now = ++calls == at;
    sprung |= now;
    return now;
  }
}
