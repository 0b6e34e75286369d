/**
 * Broadcasts to many invented residents, measured and interrupted: what a platform of our own was asked is held against who was to be
 * told.
 */
@NullMarked
package cn.huying.api.bench.broadcast;

import org.jspecify.annotations.NullMarked;
