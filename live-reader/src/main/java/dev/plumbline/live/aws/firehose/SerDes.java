package dev.plumbline.live.aws.firehose;

import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * How records are taken apart and put together. The API leaves a setting out where it has its
 * default; the provider spells the default out. Source: Firehose API reference, OpenXJsonSerDe,
 * OrcSerDe, ParquetSerDe.
 */
final class SerDes {

  private static final Value FIVE_PERCENT = new Value.Num(new BigDecimal("0.05"));
  private static final Value BLOCK_SIZE = Value.of(256L << 20);

  private static final Map<String, Map<String, Value>> DEFAULTS =
      Map.of(
          "open_x_json_ser_de",
          Map.of("case_insensitive", Value.of(true)),
          "orc_ser_de",
          Map.of(
              "block_size_bytes", BLOCK_SIZE,
              "bloom_filter_false_positive_probability", FIVE_PERCENT,
              "compression", Value.of("SNAPPY"),
              "format_version", Value.of("V0_12"),
              "padding_tolerance", FIVE_PERCENT,
              "row_index_stride", Value.of(10_000),
              "stripe_size_bytes", Value.of(64L << 20)),
          "parquet_ser_de",
          Map.of(
              "block_size_bytes", BLOCK_SIZE,
              "compression", Value.of("SNAPPY"),
              "page_size_bytes", Value.of(1L << 20),
              "writer_version", Value.of("V1")));

  private SerDes() {}

  /** The object with its defaults, where it is one of these; itself where it is anything else. */
  static Value withDefaults(String name, Value object) {
    if (!(object instanceof Value.Mapping(var entries)) || !DEFAULTS.containsKey(name)) {
      return object;
    }
    Map<String, Value> all = new TreeMap<>(entries);
    DEFAULTS
        .getOrDefault(name, Map.of())
        .forEach(
            (setting, value) ->
                all.merge(setting, value, (own, other) -> own.isEmpty() ? other : own));
    return Value.of(all);
  }
}
