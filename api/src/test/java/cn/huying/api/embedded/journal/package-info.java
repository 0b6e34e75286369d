/** The journal is tested without threads where order is the question, and with damaged files where reading is. */
@NullMarked
package cn.huying.api.embedded.journal;

import org.jspecify.annotations.NullMarked;
