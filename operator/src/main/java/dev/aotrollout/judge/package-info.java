/** Guards applied to evidence give findings, with numbers and a reason. Pure; may use {@code statistics}. */
@NullMarked
package dev.aotrollout.judge;

import org.jspecify.annotations.NullMarked;
