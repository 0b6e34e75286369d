/** Keeps messages on the local disk while MongoDB is away, sealed and forced, and hands them in when it is back. */
@NullMarked
package cn.huying.api.spool;

import org.jspecify.annotations.NullMarked;
