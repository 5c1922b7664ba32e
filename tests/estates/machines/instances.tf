resource "aws_instance" "bench" {
  ami                    = local.image
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.farm["us-east-1a"].id
  vpc_security_group_ids = [aws_security_group.farm.id]
  iam_instance_profile   = aws_iam_instance_profile.worker.name
  user_data              = "#!/bin/sh\necho bench > /etc/motd\n"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }

  credit_specification {
    cpu_credits = "standard"
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = 16
    encrypted   = true
    kms_key_id  = aws_kms_key.disks.arn
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_type = "gp2"
    volume_size = 8
  }

  tags = { Name = "machines-bench" }
}

# Its volumes are tagged together, and its interface is a resource of its own.
resource "aws_instance" "wired" {
  ami              = local.image
  instance_type    = "m5.large"
  user_data_base64 = base64encode("#!/bin/sh\nexit 0\n")
  volume_tags      = { Purpose = "scratch" }

  network_interface {
    device_index         = 0
    network_interface_id = aws_network_interface.wired.id
  }

  tags = { Name = "machines-wired" }
}

resource "aws_instance" "templated" {
  subnet_id = aws_subnet.farm["us-east-1b"].id

  launch_template {
    id      = aws_launch_template.worker.id
    version = "$Latest"
  }

  tags = { Name = "machines-templated" }
}

resource "aws_network_interface" "wired" {
  description     = "The wired machine's own"
  subnet_id       = aws_subnet.farm["us-east-1a"].id
  security_groups = [aws_security_group.farm.id]
}

resource "aws_network_interface" "spare" {
  description       = "A spare address"
  subnet_id         = aws_subnet.farm["us-east-1b"].id
  private_ips       = ["10.60.16.50", "10.60.16.51"]
  security_groups   = [aws_security_group.farm.id]
  source_dest_check = false
  tags              = { Name = "machines-spare" }
}

resource "aws_ebs_volume" "frames" {
  for_each          = { scratch = 20, archive = 40 }
  availability_zone = "us-east-1a"
  size              = each.value
  type              = each.key == "scratch" ? "gp3" : "gp2"
  iops              = each.key == "scratch" ? 4000 : null
  throughput        = each.key == "scratch" ? 250 : null
  encrypted         = true
  kms_key_id        = aws_kms_key.disks.arn
  tags              = { Name = "machines-${each.key}" }
}

resource "aws_volume_attachment" "frames" {
  for_each    = { scratch = "/dev/sdh", archive = "/dev/sdi" }
  device_name = each.value
  volume_id   = aws_ebs_volume.frames[each.key].id
  instance_id = aws_instance.bench.id
}
