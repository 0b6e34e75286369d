@NullMarked
package cn.huying.knowledge.encode;

import org.jspecify.annotations.NullMarked;
