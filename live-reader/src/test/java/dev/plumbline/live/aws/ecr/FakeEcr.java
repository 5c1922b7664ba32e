package dev.plumbline.live.aws.ecr;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.GetLifecyclePolicyRequest;
import software.amazon.awssdk.services.ecr.model.GetLifecyclePolicyResponse;
import software.amazon.awssdk.services.ecr.model.GetRepositoryPolicyRequest;
import software.amazon.awssdk.services.ecr.model.GetRepositoryPolicyResponse;
import software.amazon.awssdk.services.ecr.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.ecr.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.ecr.model.Repository;

/** ECR with some repositories, all of which have the same policies. */
final class FakeEcr implements EcrClient {

  final List<Repository> repositories = new ArrayList<>();
  String policy = "";

  /** An error code that every question is answered with. */
  String failure = "";

  @Override
  public DescribeRepositoriesResponse describeRepositories(DescribeRepositoriesRequest request) {
    ask();
    return DescribeRepositoriesResponse.builder().repositories(repositories).build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder().tags(t -> t.key("team").value("core")).build();
  }

  @Override
  public GetRepositoryPolicyResponse getRepositoryPolicy(GetRepositoryPolicyRequest request) {
    ask();
    return GetRepositoryPolicyResponse.builder()
        .registryId("123456789012")
        .repositoryName(request.repositoryName())
        .policyText(policy)
        .build();
  }

  @Override
  public GetLifecyclePolicyResponse getLifecyclePolicy(GetLifecyclePolicyRequest request) {
    ask();
    return GetLifecyclePolicyResponse.builder()
        .registryId("123456789012")
        .repositoryName(request.repositoryName())
        .lifecyclePolicyText(policy)
        .build();
  }

  private void ask() {
    if (!failure.isEmpty()) {
      throw error(failure, 400);
    }
  }

  @Override
  public String serviceName() {
    return "ecr";
  }

  @Override
  public void close() {}
}
