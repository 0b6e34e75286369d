/** What could not be delivered, for a person to send again or put aside. */
@NullMarked
package cn.huying.api.console.letters;

import org.jspecify.annotations.NullMarked;
