/** The checkout of an online shop: one code base, shipped as a JIT build and as an AOT build. */
@NullMarked
package dev.aotrollout.examples.checkout;

import org.jspecify.annotations.NullMarked;
