/**
 * Measures the program from outside, through the real callback: how fast it is, and that it loses nothing when it is killed. Starts the
 * servers it measures as processes of their own and plays the platform against them.
 */
@NullMarked
package cn.huying.api.bench;

import org.jspecify.annotations.NullMarked;
