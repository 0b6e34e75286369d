/** The pages of the knowledge as somebody sees them who may only read, who writes and who approves. */
@NullMarked
package cn.huying.api.console.knowledge;

import org.jspecify.annotations.NullMarked;
