/** AWS Backup: vaults and their locks, plans and what they select. */
@NullMarked
package dev.plumbline.live.aws.backup;

import org.jspecify.annotations.NullMarked;
