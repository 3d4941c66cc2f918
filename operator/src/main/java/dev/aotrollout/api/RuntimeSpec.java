package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which technology made the AOT build; picks the gains that are asked for by default. */
public enum RuntimeSpec {
    @JsonProperty("DotnetNativeAot")
    DOTNET_NATIVE_AOT,
    @JsonProperty("GraalvmNative")
    GRAALVM_NATIVE,
    @JsonProperty("JdkAotCache")
    JDK_AOT_CACHE,
    @JsonProperty("Other")
    OTHER
}
