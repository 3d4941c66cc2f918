package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of workload that can have two tracks. */
public enum WorkloadKind {
    @JsonProperty("Deployment")
    DEPLOYMENT
}
