package dev.plumbline.live.aws.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DescribeDeliveryStreamRequest;
import software.amazon.awssdk.services.firehose.model.DescribeDeliveryStreamResponse;
import software.amazon.awssdk.services.firehose.model.DestinationDescription;
import software.amazon.awssdk.services.firehose.model.ListTagsForDeliveryStreamRequest;
import software.amazon.awssdk.services.firehose.model.ListTagsForDeliveryStreamResponse;
import software.amazon.awssdk.services.firehose.model.ProcessingConfiguration;
import software.amazon.awssdk.services.firehose.model.S3DestinationDescription;

/** Each kind of destination, most of which no emulator holds, as AWS's API reference says. */
final class DestinationsTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/delivery";

  private static final S3DestinationDescription S3 =
      S3DestinationDescription.builder()
          .bucketARN("arn:bucket")
          .prefix("p/")
          .errorOutputPrefix("e/")
          .compressionFormat("GZIP")
          .roleARN(ROLE)
          .bufferingHints(hints -> hints.intervalInSeconds(300).sizeInMBs(5))
          .encryptionConfiguration(e -> e.kmsEncryptionConfig(k -> k.awskmsKeyARN("arn:key")))
          .cloudWatchLoggingOptions(
              log -> log.enabled(false).logGroupName("left").logStreamName("over"))
          .build();

  private static final ProcessingConfiguration LAMBDA =
      ProcessingConfiguration.builder()
          .enabled(true)
          .processors(
              each ->
                  each.type("Lambda")
                      .parameters(
                          p -> p.parameterName("LambdaArn").parameterValue("arn:function"),
                          p -> p.parameterName("NumberOfRetries").parameterValue("3"),
                          p -> p.parameterName("RoleArn").parameterValue(ROLE),
                          p -> p.parameterName("BufferSizeInMBs").parameterValue("1"),
                          p -> p.parameterName("BufferIntervalInSeconds").parameterValue("90")))
          .build();

  @ParameterizedTest
  @CsvSource({
    "elasticsearch, index_rotation_period, OneDay",
    "opensearch, index_name, ships",
    "opensearchserverless, collection_endpoint, https://collection",
    "http_endpoint, url, https://endpoint",
    "iceberg, catalog_arn, arn:catalog",
    "redshift, cluster_jdbcurl, jdbc:redshift",
    "snowflake, metadata_column_name, meta",
    "splunk, hec_endpoint_type, Raw",
  })
  void is_named_by_its_kind_and_leaves_the_others_unset(String kind, String member, String value) {
    Value.Mapping stream = observed(destination -> only(kind, destination));

    assertThat(stream.at("destination")).isEqualTo(Value.of(kind));
    assertThat(block(stream, kind).at(member)).isEqualTo(Value.of(value));
    assertThat(stream.at("extended_s3_configuration").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "elasticsearch",
    "opensearch",
    "opensearchserverless",
    "http_endpoint",
    "iceberg",
    "snowflake",
    "splunk"
  })
  void hints_and_retries_are_flattened_and_s3_is_a_block(String kind) {
    Value block = block(observed(destination -> only(kind, destination)), kind);

    assertThat(block.at("buffering_interval")).isEqualTo(Value.of(60));
    assertThat(block.at("buffering_size")).isEqualTo(Value.of(5));
    assertThat(block.at("retry_duration")).isEqualTo(Value.of(120));
    Value s3 = block.at("s3_configuration").items().getFirst();
    assertThat(s3.at("kms_key_arn")).isEqualTo(Value.of("arn:key"));
    assertThat(s3.at("buffering_interval")).isEqualTo(Value.of(300));
    assertThat(s3.at("compression_format")).isEqualTo(Value.of("GZIP"));
  }

  @Test
  void logging_that_is_off_says_nothing_else() {
    Value s3 = block(observed(d -> only("splunk", d)), "splunk").at("s3_configuration");

    Value logging = only(s3.items().getFirst().at("cloudwatch_logging_options"));
    assertThat(logging.at("enabled")).isEqualTo(Value.of(false));
    assertThat(logging.at("log_group_name")).isEqualTo(Value.none());
  }

  @Test
  void no_secret_is_taken_over() {
    Value.Mapping stream = observed(d -> only("splunk", d));

    assertThat(stream.toString()).doesNotContain("hec-secret");
    assertThat(((Value.Mapping) block(stream, "splunk")).entries()).doesNotContainKey("hec_token");
    assertThat(block(stream, "splunk").at("hec_acknowledgment_timeout")).isEqualTo(Value.of(180));
  }

  @Test
  void the_parameters_that_firehose_adds_to_a_function_are_left_out() {
    assertThat(parameters("http_endpoint")).containsExactly("LambdaArn", "BufferIntervalInSeconds");
    assertThat(parameters("splunk"))
        .containsExactly("LambdaArn", "RoleArn", "BufferSizeInMBs", "BufferIntervalInSeconds");
  }

  @Test
  void a_table_a_copy_and_a_warehouse_bear_terraforms_names() {
    Value iceberg = block(observed(d -> only("iceberg", d)), "iceberg");
    Value table = iceberg.at("destination_table_configuration").items().getFirst();
    assertThat(table.at("database_name")).isEqualTo(Value.of("sea"));
    assertThat(table.at("table_name")).isEqualTo(Value.of("ships"));
    assertThat(table.at("unique_keys")).isEqualTo(Value.of(List.of(Value.of("id"))));

    Value redshift = block(observed(d -> only("redshift", d)), "redshift");
    assertThat(redshift.at("data_table_name")).isEqualTo(Value.of("ships"));
    assertThat(redshift.at("copy_options")).isEqualTo(Value.of("json 'auto'"));
    assertThat(redshift.at("username")).isEqualTo(Value.of("keeper"));
    assertThat(redshift.at("s3_backup_configuration").items()).hasSize(1);

    Value snowflake = block(observed(d -> only("snowflake", d)), "snowflake");
    assertThat(snowflake.at("snowflake_vpc_configuration").items().getFirst())
        .isEqualTo(Value.of(Map.of("private_link_vpce_id", Value.of("vpce-1"))));
    assertThat(only(snowflake.at("snowflake_role_configuration")).at("enabled"))
        .isEqualTo(Value.of(false));
    assertThat(snowflake.at("secrets_manager_configuration").items().getFirst().at("secret_arn"))
        .isEqualTo(Value.of("arn:secret"));
  }

  @Test
  void an_index_lies_in_a_network_and_an_endpoint_is_told_attributes() {
    Value search = block(observed(d -> only("opensearch", d)), "opensearch");
    assertThat(search.at("vpc_config").items().getFirst().at("subnet_ids"))
        .isEqualTo(Value.of(List.of(Value.of("subnet-1"))));
    assertThat(search.at("document_id_options").items().getFirst())
        .isEqualTo(Value.of(Map.of("default_document_id_format", Value.of("NO_DOCUMENT_ID"))));

    Value endpoint = block(observed(d -> only("http_endpoint", d)), "http_endpoint");
    Value request = endpoint.at("request_configuration").items().getFirst();
    assertThat(request.at("common_attributes").items().getFirst())
        .isEqualTo(Value.of(Map.of("name", Value.of("tower"), "value", Value.of("north"))));
  }

  @Test
  void conversion_spells_out_the_defaults_that_the_api_leaves_out() {
    Value conversion =
        extended(
            s3 ->
                s3.dataFormatConversionConfiguration(
                    c ->
                        c.enabled(true)
                            .inputFormatConfiguration(
                                i ->
                                    i.deserializer(
                                        d -> d.openXJsonSerDe(o -> o.caseInsensitive(false))))
                            .outputFormatConfiguration(
                                o ->
                                    o.serializer(
                                        s ->
                                            s.parquetSerDe(p -> p.compression("GZIP"))
                                                .orcSerDe(orc -> orc.rowIndexStride(5))))
                            .schemaConfiguration(
                                schema -> schema.databaseName("sea").tableName("ships"))));

    Value block = only(conversion.at("data_format_conversion_configuration"));
    Value openx =
        only(
            only(only(block.at("input_format_configuration")).at("deserializer"))
                .at("open_x_json_ser_de"));
    assertThat(openx.at("case_insensitive")).isEqualTo(Value.of(false));
    Value serializer = only(only(block.at("output_format_configuration")).at("serializer"));
    assertThat(only(serializer.at("parquet_ser_de")).at("compression")).isEqualTo(Value.of("GZIP"));
    assertThat(only(serializer.at("parquet_ser_de")).at("page_size_bytes"))
        .isEqualTo(Value.of(1_048_576));
    assertThat(only(serializer.at("orc_ser_de")).at("row_index_stride")).isEqualTo(Value.of(5));
    assertThat(only(serializer.at("orc_ser_de")).at("format_version")).isEqualTo(Value.of("V0_12"));
    assertThat(only(block.at("schema_configuration")).at("table_name"))
        .isEqualTo(Value.of("ships"));
  }

  @Test
  void conversion_switched_off_with_nothing_set_is_none() {
    Value block = extended(s3 -> s3.dataFormatConversionConfiguration(c -> c.enabled(false)));

    assertThat(block.at("data_format_conversion_configuration").isEmpty()).isTrue();
  }

  @Test
  void partitioning_and_the_backup_are_blocks() {
    Value block =
        extended(
            s3 ->
                s3.customTimeZone("UTC")
                    .fileExtension(".gz")
                    .s3BackupMode("Enabled")
                    .s3BackupDescription(S3)
                    .dynamicPartitioningConfiguration(
                        d -> d.enabled(true).retryOptions(r -> r.durationInSeconds(30))));

    assertThat(only(block.at("dynamic_partitioning_configuration")).at("retry_duration"))
        .isEqualTo(Value.of(30));
    assertThat(only(block.at("s3_backup_configuration")).at("prefix")).isEqualTo(Value.of("p/"));
    assertThat(block.at("file_extension")).isEqualTo(Value.of(".gz"));
  }

  private List<String> parameters(String kind) {
    Value processing =
        block(observed(d -> only(kind, d)), kind).at("processing_configuration").items().getFirst();
    return only(processing.at("processors")).at("parameters").items().stream()
        .map(each -> each.at("parameter_name").text())
        .toList();
  }

  private static Value extended(
      Consumer<
              software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationDescription
                  .Builder>
          more) {
    return block(
        observed(destination -> destination.extendedS3DestinationDescription(more)), "extended_s3");
  }

  private static void only(String kind, DestinationDescription.Builder destination) {
    switch (kind) {
      case "elasticsearch" ->
          destination.elasticsearchDestinationDescription(
              e ->
                  e.indexName("ships")
                      .indexRotationPeriod("OneDay")
                      .roleARN(ROLE)
                      .bufferingHints(h -> h.intervalInSeconds(60).sizeInMBs(5))
                      .retryOptions(r -> r.durationInSeconds(120))
                      .s3DestinationDescription(S3));
      case "opensearch" ->
          destination.amazonopensearchserviceDestinationDescription(
              e ->
                  e.indexName("ships")
                      .bufferingHints(h -> h.intervalInSeconds(60).sizeInMBs(5))
                      .retryOptions(r -> r.durationInSeconds(120))
                      .documentIdOptions(d -> d.defaultDocumentIdFormat("NO_DOCUMENT_ID"))
                      .vpcConfigurationDescription(v -> v.vpcId("vpc-1").subnetIds("subnet-1"))
                      .s3DestinationDescription(S3));
      case "opensearchserverless" ->
          destination.amazonOpenSearchServerlessDestinationDescription(
              e ->
                  e.collectionEndpoint("https://collection")
                      .bufferingHints(h -> h.intervalInSeconds(60).sizeInMBs(5))
                      .retryOptions(r -> r.durationInSeconds(120))
                      .s3DestinationDescription(S3));
      case "http_endpoint" ->
          destination.httpEndpointDestinationDescription(
              e ->
                  e.endpointConfiguration(c -> c.url("https://endpoint").name("Endpoint"))
                      .roleARN(ROLE)
                      .processingConfiguration(LAMBDA)
                      .requestConfiguration(
                          r ->
                              r.contentEncoding("GZIP")
                                  .commonAttributes(
                                      a -> a.attributeName("tower").attributeValue("north")))
                      .bufferingHints(h -> h.intervalInSeconds(60).sizeInMBs(5))
                      .retryOptions(r -> r.durationInSeconds(120))
                      .s3DestinationDescription(S3));
      case "iceberg" ->
          destination.icebergDestinationDescription(
              e ->
                  e.catalogConfiguration(c -> c.catalogARN("arn:catalog"))
                      .destinationTableConfigurationList(
                          t ->
                              t.destinationDatabaseName("sea")
                                  .destinationTableName("ships")
                                  .uniqueKeys("id"))
                      .bufferingHints(h -> h.intervalInSeconds(60).sizeInMBs(5))
                      .retryOptions(r -> r.durationInSeconds(120))
                      .s3DestinationDescription(S3));
      case "redshift" ->
          destination.redshiftDestinationDescription(
              e ->
                  e.clusterJDBCURL("jdbc:redshift")
                      .username("keeper")
                      .copyCommand(c -> c.dataTableName("ships").copyOptions("json 'auto'"))
                      .s3BackupDescription(S3)
                      .s3DestinationDescription(S3));
      case "snowflake" ->
          destination.snowflakeDestinationDescription(
              e ->
                  e.metaDataColumnName("meta")
                      .bufferingHints(h -> h.intervalInSeconds(60).sizeInMBs(5))
                      .retryOptions(r -> r.durationInSeconds(120))
                      .snowflakeRoleConfiguration(r -> r.enabled(false))
                      .snowflakeVpcConfiguration(v -> v.privateLinkVpceId("vpce-1"))
                      .secretsManagerConfiguration(
                          s -> s.enabled(true).secretARN("arn:secret").roleARN(ROLE))
                      .s3DestinationDescription(S3));
      default ->
          destination.splunkDestinationDescription(
              e ->
                  e.hecEndpointType("Raw")
                      .hecToken("hec-secret")
                      .hecAcknowledgmentTimeoutInSeconds(180)
                      .processingConfiguration(LAMBDA)
                      .bufferingHints(h -> h.intervalInSeconds(60).sizeInMBs(5))
                      .retryOptions(r -> r.durationInSeconds(120))
                      .s3DestinationDescription(S3));
    }
  }

  private static Value.Mapping observed(Consumer<DestinationDescription.Builder> destination) {
    return FakeClient.of(FirehoseClient.class)
        .on(
            DescribeDeliveryStreamRequest.class,
            DescribeDeliveryStreamResponse.builder()
                .deliveryStreamDescription(
                    stream ->
                        stream
                            .deliveryStreamARN("arn:stream")
                            .deliveryStreamName("clicks")
                            .deliveryStreamStatus("ACTIVE")
                            .destinations(destination))
                .build())
        .on(
            ListTagsForDeliveryStreamRequest.class,
            ListTagsForDeliveryStreamResponse.builder().hasMoreTags(false).build())
        .found(
            new KinesisFirehoseDeliveryStream(),
            Map.of("id", "arn:stream", "name", "clicks"),
            "http_endpoint_configuration.access_key",
            "redshift_configuration.password",
            "snowflake_configuration.key_passphrase",
            "snowflake_configuration.private_key",
            "splunk_configuration.hec_token");
  }

  private static Value block(Value stream, String kind) {
    return only(stream.at(kind + "_configuration"));
  }

  private static Value only(Value list) {
    return list.items().getFirst();
  }
}
