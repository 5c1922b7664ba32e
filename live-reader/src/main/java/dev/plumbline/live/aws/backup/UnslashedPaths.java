package dev.plumbline.live.aws.backup;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Takes the slash off the end of a path, which this SDK writes where AWS's own model of AWS Backup,
 * and so Terraform's provider, has none.
 */
final class UnslashedPaths implements ExecutionInterceptor {

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    SdkHttpRequest request = context.httpRequest();
    String path = request.encodedPath();
    return path.length() > 1 && path.endsWith("/")
        ? request.copy(to -> to.encodedPath(path.substring(0, path.length() - 1)))
        : request;
  }
}
