/** What an empty database begins with, and what is asked before entries are published. */
@NullMarked
package cn.huying.api.content;

import org.jspecify.annotations.NullMarked;
