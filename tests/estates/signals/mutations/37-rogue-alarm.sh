# Somebody made an alarm by hand, and a scaling policy its own.
aws cloudwatch put-metric-alarm --alarm-name signals-rogue --namespace Signals --metric-name Rats --comparison-operator GreaterThanThreshold --threshold 1 --statistic Sum --period 60 --evaluation-periods 1
aws cloudwatch put-metric-alarm --alarm-name TargetTracking-service/signals/lamp-AlarmHigh --namespace AWS/ECS --metric-name CPUUtilization --comparison-operator GreaterThanThreshold --threshold 1 --statistic Average --period 60 --evaluation-periods 1
echo UNMANAGED aws_cloudwatch_metric_alarm signals-rogue
