# The first thing that the emulator's WAF makes would get another id in a replay: let it have been asked before.
aws wafv2 list-ip-sets --scope REGIONAL > /dev/null
