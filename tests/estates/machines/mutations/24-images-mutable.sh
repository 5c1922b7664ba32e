# Images of the render repository may be replaced.
aws ecr put-image-tag-mutability --repository-name machines/render --image-tag-mutability MUTABLE >/dev/null
