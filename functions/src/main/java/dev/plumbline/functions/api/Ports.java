package dev.plumbline.functions.api;

import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Receipts;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.wiring.work.WorkQueue;
import java.time.InstantSource;

/** What the API is put together from. */
public record Ports(
    Stacks stacks,
    AuditTrail audit,
    RemediationStore remediations,
    Scans scans,
    Receipts receipts,
    WorkQueue queue,
    Reports reports,
    IdentityCenter identityCenter,
    InstantSource clock) {}
