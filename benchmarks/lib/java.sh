# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Compiles the operator's tests and runs a class of theirs. Sourced, not run.

# shellcheck source=examples/demo/lib/build.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../examples/demo/lib/build.sh"

# java_with_tests ARGUMENT...: replaces this process; what Maven says goes to the standard error.
java_with_tests() {
    local classes=$ROOT/operator/target class_path
    class_path=$classes/benchmark.classpath
    find_java
    (cd "$ROOT" && mvn -q -B -pl operator test-compile dependency:build-classpath \
        -Dmdep.includeScope=test -Dmdep.outputFile="$class_path") >&2
    exec "$JDK/bin/java" -cp "$classes/classes:$classes/test-classes:$(<"$class_path")" "$@"
}
