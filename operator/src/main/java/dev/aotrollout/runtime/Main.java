package dev.aotrollout.runtime;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the operator. */
@Command(
        name = "aotrollout-operator",
        description = "Shifts traffic from the JIT build of a service to its AOT build, and back on a regression.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = Run.class)
public final class Main {
    private Main() {}

    /** Exit codes: 0 ended as asked, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    /** The version that the build wrote into the manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"aotrollout-operator " + (version == null ? "(not packaged)" : version)};
        }
    }
}
