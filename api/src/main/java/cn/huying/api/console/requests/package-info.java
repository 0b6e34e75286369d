/** Requests as staff find, read and act on them; every deed is read from its form against what the member may do, then told to the domain. */
@NullMarked
package cn.huying.api.console.requests;

import org.jspecify.annotations.NullMarked;
