/** How long a resident waits for a program that was just started: with what the launcher prepared, and without. */
@NullMarked
package cn.huying.api.bench.start;

import org.jspecify.annotations.NullMarked;
