/** The demo and the measurement of the reaction time: commands and how they run. */
@NullMarked
package dev.aotrollout.examples.demo;

import org.jspecify.annotations.NullMarked;
