/**
 * Indexes on the local disk that can be trusted: what is served from there was verified, and what cannot be kept there is served from memory.
 * Derived data all of it: nothing here is ever the only place where something is known.
 */
@NullMarked
package cn.huying.knowledge.shelf;

import org.jspecify.annotations.NullMarked;
