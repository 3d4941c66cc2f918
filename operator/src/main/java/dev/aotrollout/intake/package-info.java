/** What users wrote becomes what the core understands: parsed once, no null after it. Pure. */
@NullMarked
package dev.aotrollout.intake;

import org.jspecify.annotations.NullMarked;
