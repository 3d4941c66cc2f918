package dev.aotrollout.decision;

import java.time.Instant;

/**
 * One person's approval of this rollout's revision at one weight.
 *
 * @param name of the AOTApproval
 * @param weight of the step that may begin, 0 to 100
 * @param grantedAt when the API server took it
 * @param expiresAt it does not count from then on; {@link RolloutState#NOT_YET} where it says nothing
 */
public record Approval(String name, int weight, String approver, Instant grantedAt, Instant expiresAt) {}
