package dev.plumbline.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.plumbline.state.StateException.Code;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * The wire format of Terraform's and OpenTofu's states, version 4, read as a stream: memory does
 * not grow with the number of resources, nor with the instances of one of them. Immutable.
 *
 * @param uri the state's place, for the identity and for messages
 * @param versionId the version that is read, "" where its place has none
 */
public record StateFile(String uri, String versionId) {

  /** Room for every document an attribute holds; one hostile string must not fill the heap. */
  private static final int LONGEST_STRING = 64 * 1024 * 1024;

  /**
   * Hands every managed resource instance to {@code each}, in the document's order, and reads to
   * the end of the stream, which the caller closes. Data sources are skipped, and so is the
   * provider's private data. States that still hold attributes in the flat form of Terraform 0.11
   * are {@link Code#OLDER_VERSION}.
   *
   * @throws StateException where this is not a state, or an {@link IOException} of the stream broke
   *     it off; a {@code StateException} that is such an exception's cause is thrown as it is
   */
  public StateIdentity read(InputStream state, Consumer<? super RecordedResource> each)
      throws StateException {
    var input = new EndWatch(state);
    try (var json = json().createParser(input)) {
      var document = new StateDocument(json, each);
      try {
        document.read();
        return document.identity(this);
      } catch (JsonProcessingException e) {
        throw refusal(e, input.hasEnded() && document.isOpen());
      }
    } catch (Refusal refusal) {
      throw refusal.at(uri);
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  static JsonFactory json() {
    return JsonFactory.builder()
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LONGEST_STRING).build())
        .build();
  }

  private static Refusal refusal(JsonProcessingException e, boolean endedInside) {
    if (e instanceof StreamConstraintsException) {
      return Refusal.notAState("a value in it is longer or nested deeper than a state's can be.");
    }
    // Half a token at the end is a syntax error to the parser.
    if (e instanceof JsonEOFException || endedInside) {
      return Refusal.truncated();
    }
    return Refusal.notJson(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private StateException brokenOff(IOException e) {
    if (e.getCause() instanceof StateException known) {
      return known;
    }
    if (e instanceof CharConversionException) {
      return Refusal.notJson(1, 1).at(uri);
    }
    return new StateException(
        Code.UNREACHABLE,
        "Reading state " + uri + " failed: the transfer broke off.",
        "Try again; if it stays so, check the network or the disk.",
        e);
  }
}
