package dev.plumbline.engine.scan;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Answers by address; what a test says nothing of is there as the state records it. */
final class FakeObserve implements Observe {

  private final Map<String, Observation> answers = new ConcurrentHashMap<>();
  private final List<Unmanaged> unmanaged = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final SequencedMap<String, Long> calls = new TreeMap<>();

  FakeObserve answering(String address, Observation observation) {
    answers.put(address, observation);
    return this;
  }

  FakeObserve finding(Unmanaged found) {
    unmanaged.add(found);
    return this;
  }

  FakeObserve noting(String note) {
    notes.add(note);
    return this;
  }

  FakeObserve costing(String call, long times) {
    calls.put(call, times);
    return this;
  }

  @Override
  public Answer observe(Request request) {
    request.progress().accept(request.resources().size());
    return new Answer(
        request.resources().stream().map(this::observed).toList(), unmanaged, calls, notes);
  }

  private Observed observed(RecordedResource resource) {
    Observation recorded = new Observation.Found(resource.attributes());
    return new Observed(
        answers.getOrDefault(resource.address().toString(), recorded), "123456789012", "us-east-1");
  }
}
